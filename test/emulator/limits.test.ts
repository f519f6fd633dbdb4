import { connect, type Socket } from "node:net";
import { networkInterfaces } from "node:os";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type RunningEmulator, startEmulator } from "../../src/emulator/index.ts";
import { job } from "./client.ts";

const HEADERS = "Host: h\r\nAuthorization: Token emulator\r\n";

/** What a server says to a client that behaves as it pleases, until the connection ends. */
function heard({ port }: RunningEmulator, behave: (socket: Socket) => void): Promise<string> {
  return new Promise((resolve) => {
    let text = "";
    const socket = connect(port, "127.0.0.1", () => behave(socket));
    socket.on("data", (data) => {
      text += data;
    });
    socket.on("error", () => {});
    socket.on("close", () => resolve(text));
  });
}

describe("clients that cannot be served", () => {
  let server: RunningEmulator;
  beforeAll(async () => {
    server = await startEmulator({ headersTimeoutMs: 100, requestTimeoutMs: 300, maxBodyBytes: 2000 });
    return () => server.close();
  });
  const headers = { Authorization: "Token emulator" };
  // Every client leaves the server able to serve the next one.
  afterAll(async () => {
    expect((await fetch(`${server.url}/api/jobs/`, { headers })).status).toBe(200);
  });

  test("get 408 where their headers do not come", async () => {
    expect(await heard(server, (socket) => socket.write("GET /api/jobs/ HTTP/1.1\r\n"))).toMatch(
      /^HTTP\/1.1 408 /,
    );
  });

  test("get 408 where their headers come a byte at a time", async () => {
    let timer: NodeJS.Timeout | undefined;
    const said = await heard(server, (socket) => {
      socket.write("GET /api/jobs/ HTTP/1.1\r\n");
      timer = setInterval(() => socket.write("a"), 20);
    });
    clearInterval(timer);
    expect(said).toMatch(/^HTTP\/1.1 408 /);
  });

  test("get 408 where their body stops coming", async () => {
    const start = `POST /api/batch/ HTTP/1.1\r\n${HEADERS}Content-Length: 1000\r\n\r\n{`;
    expect(await heard(server, (socket) => socket.write(start))).toMatch(/^HTTP\/1.1 408 /);
    const list = await fetch(`${server.url}/api/batch/`, { headers });
    expect(await list.json()).toEqual([]);
  });

  test("get 400 where they do not speak HTTP", async () => {
    expect(await heard(server, (socket) => socket.write("hello\r\n\r\n"))).toMatch(/^HTTP\/1.1 400 /);
  });

  test("get 413 for a body that is too large, with its length told or not", async () => {
    const large = "x".repeat(3000);
    const stream = new Blob([large]).stream();
    for (const body of [large, stream]) {
      const init = { method: "POST", headers, body, duplex: "half" } as RequestInit;
      const response = await fetch(`${server.url}/api/batch/`, init);
      expect(response.status).toBe(413);
      expect(await response.json()).toEqual({
        detail: "Request body is too large: at most 2000 bytes are taken; split the batch",
      });
    }
  });

  test("get 401 for a wrong token", async () => {
    const wrong = await fetch(`${server.url}/api/jobs/`, { headers: { Authorization: "Token wrong" } });
    expect(wrong.status).toBe(401);
  });

  test("may leave in the middle of a request and of an answer", async () => {
    for (const start of [
      `POST /api/batch/ HTTP/1.1\r\n${HEADERS}Content-Length: 1000\r\n\r\n{`,
      `GET /api/jobs/ HTTP/1.1\r\n${HEADERS}\r\n`,
    ]) {
      await heard(server, (socket) => socket.write(start, () => socket.resetAndDestroy()));
    }
    expect((await fetch(`${server.url}/api/jobs/`, { headers })).status).toBe(200);
  });
});

test("bodies without a length are read like others", async () => {
  const server = await startEmulator();
  const body = new Blob([JSON.stringify({ name: "é", job_runs: [job("spills-v0.1.0")] })]).stream();
  const headers = { Authorization: "Token emulator" };
  const init = { method: "POST", headers, body, duplex: "half" } as RequestInit;
  const response = await fetch(`${server.url}/api/batch/`, init);
  expect([response.status, ((await response.json()) as { name: string }).name]).toEqual([201, "é"]);
  await server.close();
});

test("a thousand jobs come in and go out over the network", async () => {
  const server = await startEmulator({ jobDurationMs: 0 });
  const headers = { Authorization: "Token emulator" };
  const jobs = Array.from({ length: 1000 }, (_, i) => job("spills-v0.1.0", { random_seed: i + 1 }, true));
  const body = JSON.stringify({ name: "", job_runs: jobs });
  const submitted = await fetch(`${server.url}/api/batch/`, { method: "POST", headers, body });
  const { id } = (await submitted.json()) as { id: string };
  const summary = await fetch(`${server.url}/api/batch/${id}/summary/`, { headers });
  const { job_runs } = (await summary.json()) as { job_runs: { in_progress: boolean; result_url: string }[] };
  expect(job_runs.filter(({ in_progress }) => !in_progress)).toHaveLength(1000);
  expect((await fetch(job_runs[999]!.result_url)).status).toBe(200);
  await server.close();
});

test("nobody else is served than this machine, unless told to", async () => {
  const address = Object.values(networkInterfaces())
    .flatMap((each) => each ?? [])
    .find(({ family, internal }) => family === "IPv4" && !internal)?.address;
  if (address === undefined)
    process.stderr.write("This machine has one address only: the others are untested\n");
  for (const hostname of [undefined, "0.0.0.0"]) {
    const server = await startEmulator({ hostname });
    const reply = fetch(`http://${address ?? "127.0.0.1"}:${server.port}/api/jobs/`);
    if (hostname === undefined && address !== undefined) await expect(reply).rejects.toThrow();
    else expect((await reply).status).toBe(401);
    await server.close();
  }
});

test("times that cannot be are refused", async () => {
  for (const options of [
    { headersTimeoutMs: 0 },
    { requestTimeoutMs: 1.5 },
    { headersTimeoutMs: Number.NaN },
  ]) {
    await expect(startEmulator(options)).rejects.toThrow(/TimeoutMs must be a whole number of at least 1/);
  }
});
