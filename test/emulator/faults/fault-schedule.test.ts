import { describe, expect, test } from "vitest";
import type { FaultPlan } from "../../../src/emulator/index.ts";
import { makeServer } from "../client.ts";

const down = (status = 503) => ({ reply: { status, body: {} } });

/** The statuses of requests, one after the other. */
async function statuses(faults: FaultPlan, ...requests: [method: string, path: string][]) {
  const { ask } = makeServer({ faults });
  const seen: number[] = [];
  for (const [method, path] of requests) {
    seen.push((await ask(method, path, method === "POST" ? "{" : undefined)).status);
  }
  return seen;
}

const list: [string, string] = ["GET", "/api/batch/"];
const post: [string, string] = ["POST", "/api/batch/"];
const job = (id: string): [string, string] => ["GET", `/api/job_runs/${id}/`];

describe("faults meet", () => {
  test("every request of a method and path, and no other", async () => {
    const plan = [{ method: "GET", path: "/api/batch/", fault: down() }];
    expect(await statuses(plan, list, post, list, job("a"))).toEqual([503, 400, 503, 404]);
    expect(await statuses([{ path: "/api/batch/", fault: down() }], list, post)).toEqual([503, 503]);
  });

  test("the attempts that are listed", async () => {
    const plan = [{ path: "/api/batch/", at: [1, 3], fault: down() }];
    expect(await statuses(plan, list, list, post, list)).toEqual([503, 200, 503, 200]);
  });

  test("paths with a part of any name, or any text", async () => {
    const requests = [job("a"), job("b"), list, ["GET", "/api/job_runs/"] as [string, string]];
    expect(await statuses([{ path: "/api/job_runs/:id/", fault: down() }], ...requests)).toEqual([
      503, 503, 200, 200,
    ]);
    expect(await statuses([{ path: "*", fault: down() }], ...requests)).toEqual([503, 503, 503, 503]);
    expect(await statuses([{ path: "/api/job*", fault: down() }], ...requests)).toEqual([503, 503, 200, 503]);
    expect(await statuses([{ path: "/api/.atch/", fault: down() }], list)).toEqual([200]);
    expect(await statuses([{ path: "/api/batch", fault: down() }], list)).toEqual([200]);
  });

  test("each path on its own where that is asked for", async () => {
    const rule = { path: "/api/job_runs/:id/", at: [1], fault: down() };
    const requests = [job("a"), job("b"), job("a"), job("b")];
    expect(await statuses([rule], ...requests)).toEqual([503, 404, 404, 404]);
    expect(await statuses([{ ...rule, perPath: true }], ...requests)).toEqual([503, 503, 404, 404]);
  });

  test("by the first rule that is due; all rules count", async () => {
    const plan = [
      { path: "/api/*", at: [1], fault: down(500) },
      { path: "/api/batch/", at: [1, 2], fault: down(502) },
      { path: "/api/batch/", at: [4], fault: {} },
      { path: "/api/batch/", fault: down(504) },
    ];
    expect(await statuses(plan, list, list, list, list, list)).toEqual([500, 502, 504, 200, 504]);
  });

  test("what is set while the server runs, counted anew", async () => {
    const plan = [{ path: "/api/batch/", at: [1], fault: down() }];
    const { get, emulator } = makeServer({ faults: plan });
    const seen: number[] = [];
    for (const next of [null, null, plan, null, []]) {
      if (next) emulator.setFaults(next);
      seen.push((await get("/api/batch/")).status);
    }
    expect(seen).toEqual([503, 200, 503, 200, 200]);
  });
});
