import { expect, test } from "vitest";
import { parseSparkAddress, type SparkAddress } from "../../../../src/engine/spark/client/spark-address.ts";

function parse(address: string, env: Record<string, string> = {}): SparkAddress {
  return parseSparkAddress(address, env);
}

test("parseSparkAddress() reads what an address says", () => {
  const id = "0f0e0d0c-0b0a-4908-8706-050403020100";
  const address = parse(
    `sc://spark.example:443/;token=a%3Bb==;use_ssl=TRUE;user_id=ada;session_id=${id};x-Team=a b;user_agent=me`,
  );
  expect(address).toMatchObject({
    shown: "sc://spark.example:443",
    host: "spark.example",
    port: 443,
    useSsl: true,
    userId: "ada",
    sessionId: id,
    userAgent: "me",
  });
  expect(address.headers()).toEqual([
    ["authorization", "Bearer a;b=="],
    ["x-team", "a b"],
  ]);
});

test.each(["sc://host", "sc://host/", "sc://host/;", "sc://host:15002", "sc://host/;;"])(
  "parseSparkAddress() takes %s",
  (text) => {
    expect(parse(text)).toMatchObject({ shown: "sc://host:15002", useSsl: false, sessionId: undefined });
  },
);

test("parseSparkAddress() takes addresses of version 6", () => {
  expect(parse("sc://[::1]:7/;token=a")).toMatchObject({ host: "[::1]", port: 7, useSsl: false });
});

test.each([
  ["sc://host/;token=a", true],
  ["sc://host/;token=a;use_ssl=false", false],
  ["sc://host/;token=a;use_ssl=true", true],
  ["sc://host", false],
  ["sc://host/;use_ssl=true", true],
  ["sc://localhost/;token=a", false],
  ["sc://127.0.0.1/;token=a", false],
  ["sc://127.0.0.1/;token=a;use_ssl=true", true],
  ["sc://localhost.example/;token=a", true],
  ["sc://127.0.0.1.example/;token=a", true],
  ["sc://0.0.0.0/;token=a", true],
])("a token goes over plain text only to this machine, or where that is asked for: %s", (text, useSsl) => {
  expect(parse(text).useSsl).toBe(useSsl);
});

test("a token of the environment is taken where the address has none, by the same rule", () => {
  const env = { INFINITY_FRAMES_SPARK_TOKEN: "from-env" };
  expect(parse("sc://host", env)).toMatchObject({ useSsl: true, hasToken: true });
  expect(parse("sc://host", env).headers()).toEqual([["authorization", "Bearer from-env"]]);
  expect(parse("sc://host/;token=own", env).headers()).toEqual([["authorization", "Bearer own"]]);
  expect(parse("sc://localhost", env).useSsl).toBe(false);
  expect(parse("sc://host", { INFINITY_FRAMES_SPARK_TOKEN: "" })).toMatchObject({
    useSsl: false,
    hasToken: false,
  });
  expect(() => parse("sc://host", { INFINITY_FRAMES_SPARK_TOKEN: "a\n" })).toThrow(
    "INFINITY_FRAMES_SPARK_TOKEN holds",
  );
});

test.each([
  ["http://host", 'expected "sc://host:port/'],
  ["sc://", 'expected "sc://host:port/'],
  ["sc://host:1/path", 'expected "sc://host:port/'],
  ["sc://host:15002;use_ssl=true", 'expected "sc://host:port/'],
  ["sc://user@host", 'expected "sc://host:port/'],
  ["sc://host:0", "there is no port 0"],
  ["sc://host:65536", "there is no port 65536"],
  ["sc://host/;tokn=a", "parameter 1 is none of token, use_ssl"],
  ["sc://host/;token=a;x-data-bin=a", "parameter 2 is none of token, use_ssl"],
  ["sc://host/;use_ssl", "parameter 1 is none of token, use_ssl"],
  ["sc://host/;use_ssl=yes", '"use_ssl" must be true or false'],
  ["sc://host/;token=", '"token" must be letters, digits and signs'],
  ["sc://host/;token=a%0Ab", '"token" must be letters, digits and signs'],
  ["sc://host/;token=a%20b", '"token" must have no spaces'],
  ["sc://host/;token=100%", '"%" is written "%25"'],
  ["sc://host/;session_id=7", '"session_id" must be a UUID'],
  ["sc://host/;user_id=a;user_id=b", '"user_id" is there twice'],
])("parseSparkAddress() refuses %s", (text, message) => {
  expect(() => parse(text)).toThrow(TypeError);
  expect(() => parse(text)).toThrow(message);
});
