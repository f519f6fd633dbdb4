import { once } from "node:events";
import { connect } from "node:net";
import { networkInterfaces } from "node:os";
import { describe, expect, onTestFinished } from "vitest";
import {
  type RunningEmulator,
  type StartEmulatorOptions,
  startEmulator,
} from "../../src/emulator/start-emulator.ts";
import { it, type Spy } from "./util/fault-test.ts";

async function start(spy: Spy, options: StartEmulatorOptions = {}): Promise<RunningEmulator> {
  const emulator = await startEmulator({ token: spy.token, ...options });
  onTestFinished(() => emulator.close());
  return emulator;
}

function withToken(token: string): RequestInit {
  return { headers: { Authorization: `Token ${token}` } };
}

async function stillServes(emulator: RunningEmulator, spy: Spy): Promise<void> {
  const { status } = await fetch(`${emulator.url}/api/jobs/`, withToken(spy.token));
  expect(status).toBe(200);
}

describe("the emulator itself", () => {
  it("#69 a body that is too large: 413, nothing is submitted, and it stays up", async ({ spy }) => {
    const emulator = await start(spy, { maxBodyBytes: 10_000 });
    const job = { name: "spills-v0.1.0", is_preview: false, param_values: {} };
    const body = JSON.stringify({ name: "large", job_runs: Array(1000).fill(job) });
    const init = { ...withToken(spy.token), method: "POST", body };
    const reply = await fetch(`${emulator.url}/api/batch/`, init);
    expect(reply.status).toBe(413);
    spy.saw(await reply.text());
    const list = await fetch(`${emulator.url}/api/batch/`, withToken(spy.token));
    expect(await list.json()).toEqual([]);
    await stillServes(emulator, spy);
  });

  it("#69 a body without end and without a length is refused as well", async ({ spy }) => {
    const emulator = await start(spy, { maxBodyBytes: 10_000 });
    const socket = connect(emulator.port, "127.0.0.1");
    onTestFinished(() => void socket.destroy());
    socket.on("error", () => {});
    socket.write(
      `POST /api/batch/ HTTP/1.1\r\nHost: localhost\r\nAuthorization: Token ${spy.token}\r\nTransfer-Encoding: chunked\r\n\r\n`,
    );
    const chunk = `3e8\r\n${" ".repeat(1000)}\r\n`;
    for (let sent = 0; sent < 20; sent++) socket.write(chunk);
    const [answer] = (await once(socket.setEncoding("utf8"), "data")) as [string];
    expect(answer).toMatch(/^HTTP\/1.1 413 /);
    await stillServes(emulator, spy);
  });

  it("#69 a wrong token and none: 401, and it stays up", async ({ spy }) => {
    const emulator = await start(spy);
    for (const init of [withToken("wrong"), withToken(""), {}]) {
      const reply = await fetch(`${emulator.url}/api/jobs/`, init);
      expect(reply.status).toBe(401);
      spy.saw(await reply.text());
    }
    await stillServes(emulator, spy);
  });

  it("#69 a client that sends its headers, or its body, too slowly: 408, and it stays up", async ({
    spy,
  }) => {
    const emulator = await start(spy, { headersTimeoutMs: 200, requestTimeoutMs: 400 });
    const begun = [
      "GET /api/jobs/ HTTP/1.1\r\nHost: local",
      `POST /api/batch/ HTTP/1.1\r\nHost: localhost\r\nAuthorization: Token ${spy.token}\r\nContent-Length: 100\r\n\r\n{`,
    ];
    for (const text of begun) {
      const socket = connect(emulator.port, "127.0.0.1");
      onTestFinished(() => void socket.destroy());
      socket.on("error", () => {});
      socket.write(text);
      const [answer] = (await once(socket.setEncoding("utf8"), "data")) as [string];
      expect(answer).toMatch(/^HTTP\/1.1 408 /);
    }
    await stillServes(emulator, spy);
  });

  it("#69 it listens on loopback only", async ({ spy }) => {
    const emulator = await start(spy);
    const others = Object.values(networkInterfaces())
      .flat()
      .filter((each) => each !== undefined && !each.internal && each.family === "IPv4")
      .map((each) => each?.address ?? "");
    for (const address of ["127.0.0.2", ...others]) {
      const error = await spy.thrown(fetch(`http://${address}:${emulator.port}/api/jobs/`));
      expect((error.cause as NodeJS.ErrnoException).code).toBe("ECONNREFUSED");
    }
    await stillServes(emulator, spy);
  });
});
