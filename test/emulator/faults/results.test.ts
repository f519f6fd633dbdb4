import { describe, expect, test } from "vitest";
import type { Fault } from "../../../src/emulator/index.ts";
import { job, makeServer } from "../client.ts";

async function finished() {
  const server = makeServer();
  const { body } = await server.submit(
    job("spills-v0.1.0", {}, true),
    job("spills-v0.1.0", { size: 30 }, true),
  );
  server.clock.ms += 1e6;
  const addresses = async (): Promise<string[]> => {
    const { job_runs } = (await server.get(`/api/batch/${body.id}/`)).body;
    return job_runs.map(({ result_url }: { result_url: string }) => result_url);
  };
  const fetch = (url: string, headers: Record<string, string> = {}) =>
    server.emulator.fetch(new Request(url, { headers }));
  const faults = (fault: Fault) =>
    server.emulator.setFaults([{ path: "/results/*", at: [1], perPath: true, fault }]);
  return { addresses, fetch, faults };
}

describe("a result", () => {
  test("whose address has expired is at another one, with the same bytes", async () => {
    const { addresses, fetch, faults } = await finished();
    const old = await addresses();
    const bytes = await Promise.all(old.map(async (url) => (await fetch(url)).text()));
    faults({ expireAddress: true });
    for (const url of old) expect((await fetch(url)).status).toBe(403);
    // The address stays void although the plan lets the second request pass.
    for (const url of old) expect((await fetch(url)).status).toBe(403);
    const fresh = await addresses();
    expect(new Set([...old, ...fresh]).size).toBe(4);
    expect(await Promise.all(fresh.map(async (url) => (await fetch(url)).text()))).toEqual(bytes);
  });

  test("comes whole where Range is passed over, and from the wrong place where it is misread", async () => {
    const { addresses, fetch, faults } = await finished();
    const [url = "", other = ""] = await addresses();
    faults({ requestHeaders: { Range: null } });
    expect((await fetch(url, { Range: "bytes=10-" })).status).toBe(200);
    expect((await fetch(url, { Range: "bytes=10-" })).status).toBe(206);
    faults({ requestHeaders: { Range: "bytes=5-" } });
    const shifted = await fetch(other, { Range: "bytes=10-" });
    expect(shifted.headers.get("Content-Range")).toMatch(/^bytes 5-/);
  });

  test("claims another range, another tag, or that there is no such part", async () => {
    const { addresses, fetch, faults } = await finished();
    const [url = ""] = await addresses();
    for (const [fault, status, headers] of [
      [{ headers: { "Content-Range": "bytes 0-1/9" } }, 206, { "Content-Range": "bytes 0-1/9" }],
      [{ headers: { ETag: '"x"' } }, 206, { ETag: '"x"' }],
      [
        { reply: { status: 416, headers: { "Content-Range": "bytes */9" } } },
        416,
        { "Content-Range": "bytes */9" },
      ],
    ] as const) {
      faults(fault);
      const response = await fetch(url, { Range: "bytes=10-" });
      expect(response.status).toBe(status);
      for (const [name, value] of Object.entries(headers)) expect(response.headers.get(name)).toBe(value);
    }
  });
});
