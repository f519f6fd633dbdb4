import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { startEmulator } from "../../../src/emulator/index.ts";
import { job, makeServer } from "../client.ts";

describe("the request log", () => {
  test("has every request in order, with its answer and its fault", async () => {
    const fault = { reply: { status: 503, body: "busy" } };
    const { get, submit, clock, emulator } = makeServer({ faults: [{ path: "/api/jobs/", at: [1], fault }] });
    const busy = await emulator.fetch(new Request("http://emulator.test/api/jobs/?a=1&b=2"));
    expect(await busy.text()).toBe("busy");
    clock.ms += 5;
    const { body } = await submit(job("spills-v0.1.0"));
    await get("/api/nothing/");
    const common = { query: "", fault: null };
    const time = clock.ms;
    expect(emulator.requests).toEqual([
      {
        ...{ number: 1, timeMs: time - 5, method: "GET", path: "/api/jobs/", query: "?a=1&b=2" },
        ...{ headers: {}, status: 503, bytes: 4, fault },
      },
      {
        ...{ ...common, number: 2, timeMs: time, method: "POST", path: "/api/batch/", status: 201 },
        bytes: JSON.stringify(body).length,
        headers: {
          accept: "application/json",
          authorization: "[redacted]",
          "content-type": "text/plain;charset=UTF-8",
        },
      },
      expect.objectContaining({ ...common, number: 3, path: "/api/nothing/", status: 404 }),
    ]);
  });

  test("never has a token, right or wrong", async () => {
    const { emulator } = makeServer({ token: "right-secret" });
    for (const value of ["Token right-secret", "Token wrong-secret", "Bearer wrong-secret"]) {
      await emulator.fetch(
        new Request("http://emulator.test/api/jobs/", { headers: { Authorization: value } }),
      );
    }
    expect(emulator.requests.map(({ headers }) => headers.authorization)).toEqual(
      Array(3).fill("[redacted]"),
    );
    expect(inspect(emulator.requests, { depth: 9 })).not.toContain("secret");
  });

  test("tells what was cut, and how far a body came", async () => {
    const faults = [
      { path: "/api/jobs/", at: [1], fault: { drop: true } },
      { path: "/api/jobs/", at: [2], fault: { stop: { afterBytes: 10, by: "reset" as const } } },
    ];
    const server = await startEmulator({ faults });
    for (let i = 0; i < 2; i++) {
      const reply = fetch(`${server.url}/api/jobs/`, { headers: { Authorization: "Token emulator" } });
      await expect(reply.then((response) => response.text())).rejects.toThrow();
    }
    expect(server.requests.map(({ status, bytes }) => [status, bytes])).toEqual([
      [null, 0],
      [200, 10],
    ]);
    await server.close();
  });

  test("keeps the last ten thousand", async () => {
    const { emulator } = makeServer();
    for (let i = 0; i < 10_050; i++) await emulator.fetch(new Request("http://emulator.test/"));
    const { requests } = emulator;
    expect([requests.length, requests[0]?.number, requests.at(-1)?.number]).toEqual([10_000, 51, 10_050]);
  });
});
