// Protocol tests: the server is a fake one, or none.
import { createServer as createHttpServer } from "node:http";
import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { connectFake, openClient, rejection, sql, textsOf } from "./connect-fake.ts";

/** Listens on some port until the test ends. */
async function listen(server: Server): Promise<number> {
  const sockets = new Set<Socket>();
  server.on("connection", (socket) => sockets.add(socket));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

test("where nobody listens, nobody answers", async () => {
  const server = createServer();
  const port = await listen(server);
  await new Promise((resolve) => server.close(resolve));
  const client = await openClient(`sc://127.0.0.1:${port}`);
  const error = await rejection(client.analyze({ spark_version: {} }));
  expect(error).toMatchObject({ name: "EngineConnectionError", kind: "unreachable" });
  expect(error.message).toMatch(
    /^Cannot use the engine at sc:\/\/127\.0\.0\.1:\d+: nobody answers .*ECONNREFUSED.*check the host and the port/,
  );
  await client.close();
});

test("a host that does not exist is unreachable", async () => {
  const client = await openClient("sc://no-such-host.invalid:15002");
  const error = await rejection(client.analyze({ spark_version: {} }));
  expect(error).toMatchObject({ name: "EngineConnectionError", kind: "unreachable" });
  await client.close();
});

test("a port that accepts and never answers is given up", async () => {
  const port = await listen(createServer(() => {}));
  const client = await openClient(`sc://127.0.0.1:${port}`, { connectTimeoutMs: 200 });
  const error = await rejection(client.analyze({ spark_version: {} }));
  expect(error).toMatchObject({ name: "EngineConnectionError", kind: "unreachable" });
  expect(error.message).toContain("nobody answers in time");
  await client.close();
});

test("a call that waits for a mute server stops when the signal aborts", async () => {
  const port = await listen(createServer(() => {}));
  const client = await openClient(`sc://127.0.0.1:${port}`);
  const abort = new AbortController();
  const answer = rejection(client.analyze({ spark_version: {} }, { signal: abort.signal }));
  setImmediate(() => abort.abort(new Error("enough")));
  expect((await answer).message).toBe("enough");
  await client.close();
});

test("a server that speaks something else is not one of Spark", async () => {
  const port = await listen(createHttpServer((_, response) => response.end("hello")));
  const client = await openClient(`sc://127.0.0.1:${port}`, { connectTimeoutMs: 1000 });
  const error = await rejection(client.analyze({ spark_version: {} }));
  expect(error).toMatchObject({ name: "EngineConnectionError", kind: "unreachable" });
  await client.close();
});

test("a token that the server does not know is refused, once", async () => {
  const { fake, client } = await connectFake({
    token: "right-token-123456",
    parameters: "token=wrong-token-123456",
  });
  for (const call of [
    () => client.analyze({ spark_version: {} }),
    () => textsOf(client.execute(sql("SELECT 1"))),
  ]) {
    const error = await rejection(call());
    expect(error).toMatchObject({ name: "EngineConnectionError", kind: "refused" });
    expect(error.message).toContain('check the "token" of the address, or INFINITY_FRAMES_SPARK_TOKEN');
    expect(error.message).toContain("Invalid token: Bearer [redacted]");
  }
  expect(fake.requests("AnalyzePlan").length).toBe(1);
});

test("a server that wants a token says so to who has none", async () => {
  const { client } = await connectFake({ token: "right-token-123456" });
  const error = await rejection(client.analyze({ spark_version: {} }));
  expect(error).toMatchObject({ name: "EngineConnectionError", kind: "refused" });
  expect(error.message).toContain("give a token");
});

test("the right token goes with each call, and headers too", async () => {
  const { fake, client } = await connectFake({
    token: "right token".replace(" ", "-"),
    parameters: "token=right-token;x-team=vision",
  });
  fake.answer = () => [];
  await client.analyze({ spark_version: {} });
  await textsOf(client.execute(sql("SELECT 1")));
  expect(fake.headers.map((headers) => headers["x-team"])).toEqual(fake.calls.map(() => "vision"));
});
