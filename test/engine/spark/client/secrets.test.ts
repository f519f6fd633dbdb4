// Protocol tests: the server is a fake one, which repeats the token that it is given.
import { inspect } from "node:util";
import { expect, test } from "vitest";
import { parseSparkAddress } from "../../../../src/engine/spark/client/spark-address.ts";
import { connectFake, openClient, rejection, sql, textsOf } from "./connect-fake.ts";
import { FakeSpark } from "./fake-spark.ts";

const token = "planted-token-Zx81==";
const header = "planted-header-Zx82";
const parameters = `token=${encodeURIComponent(token)};x-key=${header}`;

/** Everything that could be shown of a value. */
function shown(value: unknown): string {
  const seen =
    value instanceof Error ? [value.stack, value.message, String(value), JSON.stringify(value)] : [];
  const deep = inspect(value, { depth: Number.POSITIVE_INFINITY, showHidden: true, maxArrayLength: null });
  return [deep, inspect(value), JSON.stringify(value), ...seen].join("\n");
}

function expectNoSecret(value: unknown): void {
  const text = shown(value);
  expect(text).not.toContain("planted");
  expect(text).not.toContain(Buffer.from(token).toString("base64").slice(0, 12));
}

test("neither an address nor a client shows the token", async () => {
  const { fake, client } = await connectFake({ parameters });
  await client.analyze({ spark_version: {} });
  expectNoSecret(client);
  expectNoSecret(parseSparkAddress(`${fake.address}/;${parameters}`, {}));
  expectNoSecret(parseSparkAddress(fake.address, { INFINITY_FRAMES_SPARK_TOKEN: token }));
});

test("no error shows the token, whatever the server repeats of it", async () => {
  const { fake, client } = await connectFake({ parameters, reconnectTimeoutMs: 1 });
  const message = `Cannot run for Bearer ${token} with ${header}`;
  const check = async (): Promise<void> => {
    expectNoSecret(await rejection(client.analyze({ spark_version: {} })));
    expectNoSecret(await rejection(textsOf(client.execute(sql("SELECT 1"), { query: "SELECT 1" }))));
  };
  const failures = [
    { message },
    { message, info: { errorClass: "X", errorId: "e" } },
    { message, info: { errorClass: "INVALID_HANDLE.SESSION_CLOSED" } },
    { message, code: 14 },
    { message, code: 16 },
    { message, code: 7 },
  ];
  fake.errors.set("e", { root: 0, errors: [{ message, throwable: { error_class: "X" } }] });
  for (const failure of failures) {
    fake.fail = (method) => (method === "FetchErrorDetails" ? undefined : failure);
    fake.fate = () => failure;
    await check();
  }
});

test("no error of a connection shows the token", async () => {
  const fake = await FakeSpark.start({ token: "another" });
  const refused = await openClient(`${fake.address}/;${parameters}`);
  expectNoSecret(await rejection(refused.analyze({ spark_version: {} })));
  await fake.stop();
  const nobody = await openClient(`${fake.address}/;${parameters}`);
  expectNoSecret(await rejection(nobody.analyze({ spark_version: {} })));
  const noTls = await openClient(`${fake.address}/;${parameters};use_ssl=true`);
  expectNoSecret(await rejection(noTls.analyze({ spark_version: {} })));
  await Promise.all([refused.close(), nobody.close(), noTls.close()]);
});

test.each([
  `sc://host:15002;token=${token}`,
  `sc://${token}@host:15002`,
  `sc://host:15002/;${token}`,
  `sc://host:15002/;token=a;${token}`,
  `sc://host:15002/;token=${token};${token}=x`,
  `sc://host:15002/;tokn=${token}`,
  `sc://host:15002/;token=${token}%zz`,
  `sc://host:99999/;token=${token}`,
  `sc://host:15002/;use_ssl=${header}`,
  `sc://host:15002/;session_id=${header}`,
])("no error on an address shows what may be a token: %#", async (address) => {
  const error = await rejection((async () => parseSparkAddress(address, {}))());
  expect(error).toBeInstanceOf(TypeError);
  expectNoSecret(error);
});
