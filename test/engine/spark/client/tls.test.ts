// Protocol tests: the server is a fake one. The package of gRPC reads where certificates are when it is loaded, so this
// file has a process of its own.
import { rmSync } from "node:fs";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { openClient, rejection, rows, sql, textsOf } from "./connect-fake.ts";
import { FakeSpark } from "./fake-spark.ts";
import { selfSigned } from "./self-signed.ts";

const { folder } = await vi.hoisted(async () => {
  const { mkdtempSync } = await import("node:fs");
  const { tmpdir } = await import("node:os");
  const { join } = await import("node:path");
  const folder = mkdtempSync(join(tmpdir(), "infinity-frames-tls-"));
  process.env.GRPC_DEFAULT_SSL_ROOTS_FILE_PATH = join(folder, "known.pem");
  return { folder };
});
const token = "planted-token-1a2b3c";
let known: FakeSpark;
let unknown: FakeSpark;
let plain: FakeSpark;

beforeAll(async () => {
  known = await FakeSpark.start({ credentials: selfSigned(folder, "known").credentials, token });
  unknown = await FakeSpark.start({ credentials: selfSigned(folder, "unknown").credentials, token });
  plain = await FakeSpark.start({ token });
});

afterAll(async () => {
  await Promise.all([known.stop(), unknown.stop(), plain.stop()]);
  rmSync(folder, { recursive: true });
});

test.each(["127.0.0.1", "localhost"])(
  "a token goes over TLS to a server of an own authority: %s",
  async (host) => {
    known.answer = () => rows(3);
    const client = await openClient(`sc://${host}:${known.port}/;token=${token};use_ssl=true`);
    expect(await textsOf(client.execute(sql("SELECT 1")))).toEqual(["row 0", "row 1", "row 2"]);
    await client.close();
  },
);

test("a server whose certificate nobody vouches for is refused, at once, and gets no token", async () => {
  const client = await openClient(`${unknown.address}/;token=${token};use_ssl=true`);
  const error = await rejection(client.analyze({ spark_version: {} }));
  expect(error).toMatchObject({ name: "EngineConnectionError", kind: "refused", address: unknown.address });
  expect(error.message).toMatch(/self-signed certificate.*GRPC_DEFAULT_SSL_ROOTS_FILE_PATH/);
  expect(unknown.calls).toEqual([]);
  await client.close();
});

test("TLS to a server without, and the other way round, say so", async () => {
  const withTls = await openClient(`${plain.address}/;token=${token};use_ssl=true`);
  const error = await rejection(withTls.analyze({ spark_version: {} }));
  expect(error).toMatchObject({ name: "EngineConnectionError" });
  expect(error.message).toContain("use_ssl=false");
  const without = await openClient(`${known.address}/;token=${token};use_ssl=false`);
  const other = await rejection(without.analyze({ spark_version: {} }));
  expect(other).toMatchObject({ name: "EngineConnectionError", kind: "unreachable" });
  expect(other.message).toContain("use_ssl=true");
  await Promise.all([withTls.close(), without.close()]);
});
