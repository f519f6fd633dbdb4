import { connect } from "node:net";
import { describe, expect, onTestFinished, test } from "vitest";
import { type Fault, startEmulator } from "../../../src/emulator/index.ts";
import { job } from "../client.ts";

async function serverWith(fault: Fault) {
  const server = await startEmulator({ faults: [{ path: "*", at: [1], fault }] });
  onTestFinished(() => server.close());
  const headers = { Authorization: "Token emulator" };
  const ask = (init: RequestInit = {}, path = "/api/jobs/") =>
    fetch(`${server.url}${path}`, { ...init, headers });
  return { server, ask };
}

/** What arrives at a bare socket: the head and body of the answer, and the error that ends it. */
async function received(fault: Fault): Promise<{ head: string; body: string; error: string | undefined }> {
  const { server } = await serverWith(fault);
  const socket = connect(server.port, "127.0.0.1");
  const close = new Promise((resolve) => socket.once("close", resolve));
  let [text, error] = ["", undefined as string | undefined];
  socket.on("data", (data) => {
    text += data.toString("latin1");
  });
  socket.on("error", (each: NodeJS.ErrnoException) => {
    error = each.code;
  });
  socket.write("GET /api/jobs/ HTTP/1.1\r\nHost: h\r\nAuthorization: Token emulator\r\n\r\n");
  await close;
  const end = text.indexOf("\r\n\r\n");
  return { head: text.slice(0, end).toLowerCase(), body: text.slice(end + 4), error };
}

describe("over a network, a connection is", () => {
  test("reset before any answer", async () => {
    expect(await received({ drop: true })).toEqual({ head: "", body: "", error: "ECONNRESET" });
  });

  test("reset in the middle of a body whose length was promised", async () => {
    const { head, body, error } = await received({ stop: { afterBytes: 100, by: "reset" } });
    expect(error).toBe("ECONNRESET");
    expect(body).toHaveLength(100);
    expect(Number(/content-length: (\d+)/.exec(head)?.[1])).toBeGreaterThan(1000);
  });

  test("closed in good order in the middle of a body whose length was promised", async () => {
    const { head, body, error } = await received({ stop: { afterBytes: 100, by: "close" } });
    expect([body.length, error]).toEqual([100, undefined]);
    expect(head).toContain("content-length: ");
  });

  test("the only end of a body without a length, whole or cut short", async () => {
    const cut = await received({ noLength: true, stop: { afterBytes: 100, by: "close" } });
    const whole = await received({ noLength: true });
    for (const { head, error } of [cut, whole]) {
      expect(error).toBeUndefined();
      expect(head).toContain("connection: close");
      expect(head).not.toMatch(/content-length|transfer-encoding/);
    }
    expect(cut.body).toBe(whole.body.slice(0, 100));
    expect(JSON.parse(whole.body)).toHaveLength(4);
  });

  test("open and silent after the headers, or after some bytes", async () => {
    for (const afterBytes of [0, 100]) {
      const { ask } = await serverWith({ stop: { afterBytes, by: "silence" } });
      const gone = new AbortController();
      const response = await ask({ signal: gone.signal });
      const reader = response.body!.getReader();
      if (afterBytes > 0) expect((await reader.read()).value).toHaveLength(afterBytes);
      const next = reader.read();
      const first = await Promise.race([
        next.then(() => "bytes"),
        new Promise((resolve) => setTimeout(resolve, 100, "silence")),
      ]);
      expect(first).toBe("silence");
      gone.abort();
      await expect(next).rejects.toThrow(/abort/);
      expect((await ask()).status).toBe(200);
    }
  });

  test("ended by closing the server, whatever is still on its way", async () => {
    const fault = { stop: { afterBytes: 10, by: "silence" as const } };
    const server = await startEmulator({ faults: [{ path: "*", fault }] });
    const response = await fetch(`${server.url}/api/jobs/`);
    await server.close();
    await expect(response.text()).rejects.toThrow();
  });
});

describe("over a network, a submission", () => {
  const init = { method: "POST", body: JSON.stringify({ name: "b", job_runs: [job("spills-v0.1.0")] }) };
  test.each([
    [{ drop: true }, 0],
    [{ drop: true, accept: true }, 1],
    [{ stop: { afterBytes: 0, by: "reset" } }, 1],
  ] as const)("with %j leaves %d batches", async (fault, batches) => {
    const { ask } = await serverWith(fault);
    const reply = ask(init, "/api/batch/").then((response) => response.text());
    await expect(reply).rejects.toThrow();
    expect(await (await ask({}, "/api/batch/")).json()).toHaveLength(batches);
  });
});

test("a large reply that unpacks to much more is sent in little memory", async () => {
  const { ask } = await serverWith({ reply: { body: " ".repeat(1000), times: 100_000, gzip: true } });
  const before = process.memoryUsage().arrayBuffers;
  let [size, most] = [0, 0];
  for await (const piece of (await ask()).body as unknown as AsyncIterable<Uint8Array>) {
    size += piece.length;
    most = Math.max(most, process.memoryUsage().arrayBuffers - before);
  }
  expect(size).toBe(100_000_000);
  expect(most).toBeLessThan(60_000_000);
});
