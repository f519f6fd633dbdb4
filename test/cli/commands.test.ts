import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it, onTestFinished } from "vitest";
import { type StartEmulatorOptions, startEmulator } from "../../src/emulator/start-emulator.ts";
import { Session } from "../../src/session/session.ts";
import { type CliRun, startCli } from "../util/start-cli.ts";

const SPILLS = fileURLToPath(new URL("../../fixtures/spills/batch", import.meta.url));

/** An emulator, a session with it, and the command line that asks it. */
async function serve(options: StartEmulatorOptions = {}) {
  const emulator = await startEmulator({ jobDurationMs: 0, masks: false, ...options });
  onTestFinished(() => emulator.close());
  const { token, url: server } = emulator;
  const env = { INFINITY_API_TOKEN: token, INFINITY_API_SERVER: server };
  const session = await Session.connect({ token, server, generator: "spills-v0.1.0" });
  const cli = (...args: string[]): Promise<CliRun> => startCli(args, { env }).ended;
  const json = async (...args: string[]) => JSON.parse((await cli(...args, "--json", "--quiet")).stdout);
  return { emulator, session, cli, json };
}

function lines(text: string): string[] {
  return text.trimEnd().split("\n");
}

describe("generators and params", () => {
  it("list what there is, as a table or as JSON", async () => {
    const { cli, json } = await serve();
    const { status, stdout, stderr } = await cli("generators");
    expect([status, stderr]).toEqual([0, ""]);
    expect(lines(stdout)[0]).toMatch(/^generator +parameters +previews$/);
    expect(stdout).toMatch(/^spills-v0.1.0 +9 +yes$/m);
    const listed = await json("generators");
    expect(listed[2]).toEqual({ name: "spills-v0.1.0", version: "0.1.0", num_params: 9, has_previews: true });

    const params = await cli("params", "spills-v0.1.0");
    expect(params.stdout).toMatch(/^parameter +type +default +limits or choices$/m);
    expect(params.stdout).toMatch(/^size +float +50 +1 to 100$/m);
    expect(params.stdout).toMatch(/^frame_rate +int +24 +30, 24, 12, 8, 6$/m);
    const size = (await json("params", "spills-v0.1.0")).find(
      (param: { name: string }) => param.name === "size",
    );
    expect(size).toEqual({ name: "size", type: "float", default_value: 50, options: { min: 1, max: 100 } });
  });

  it("name the generators when one is not known", async () => {
    const { cli } = await serve();
    const { status, stdout, stderr } = await cli("params", "spills-v0.1");
    expect([status, stdout]).toEqual([1, ""]);
    expect(stderr).toContain('has no generator "spills-v0.1" (did you mean "spills-v0.1.0"?)');
  });
});

describe("status and wait", () => {
  it("tell how far a batch is and what failed, and end with 3 then", async () => {
    const { session, cli, json } = await serve({ failures: 0.5, seed: "half" });
    const jobs = Array.from({ length: 30 }, (_, row) => ({ size: row + 1 }));
    const { batchId, jobIds } = await session.submit(jobs, { batchName: "half\u001b[31m" });
    const waited = await cli("wait", batchId, "--timeout", "36h");
    expect(waited.status).toBe(3);
    expect(waited.stderr).toContain(`Waiting for 30 jobs of batch ${batchId}, for 36 h at most`);
    expect(waited.stderr).toMatch(/^wait +30 of 30 jobs, \d+ failed, /m);

    const state = await json("status", batchId);
    const { jobs: states, created, ...counts } = state;
    expect(states.map((job: { job_id: string }) => job.job_id)).toEqual(jobIds);
    const failed = states.filter((job: { status: string }) => job.status === "failed");
    expect(failed.length).toBeGreaterThan(3);
    expect(counts).toMatchObject({
      batch_id: batchId,
      generator: "spills-v0.1.0",
      is_preview: false,
      num_jobs: 30,
    });
    expect(counts).toMatchObject({ num_failed: failed.length, num_completed: 30 - failed.length });
    expect(created).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);

    const { status, stdout } = await cli("status", batchId);
    expect(status).toBe(0);
    expect(stdout).toBe(waited.stdout);
    expect(stdout).toContain("name       half\\u{1b}[31m\n");
    expect(stdout).toContain(
      `jobs       30: ${30 - failed.length} completed, ${failed.length} failed, 0 in progress`,
    );
    for (const { job_id } of failed) expect(stdout).toContain(job_id);
  });

  it("wait ends with 1 when the time is up, and says that the batch goes on", async () => {
    const { session, cli } = await serve({ jobDurationMs: 1e6 });
    const { batchId } = await session.submit([{ size: 10 }]);
    const { status, stdout, stderr } = await cli("wait", batchId, "--timeout", "0.2s");
    expect([status, stdout]).toEqual([1, ""]);
    expect(stderr).toContain("still has 1 job in progress after 0.2 s; wait for it again to go on");
  });

  it("know of no batch that is not there", async () => {
    const { cli } = await serve();
    const { status, stderr } = await cli("status", "no-such-batch");
    expect([status, stderr]).toEqual([1, expect.stringContaining("answered 404")]);
  });
});

describe("usage and batches", () => {
  it("count and list what was submitted, newest first", async () => {
    const { session, cli, json } = await serve();
    const ids: string[] = [];
    for (const batchName of ["first", "second"]) {
      ids.unshift((await session.submit([{ size: 10 }, { size: 20 }], { batchName })).batchId);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    const listed = await json("batches");
    expect(listed.map((each: { batch_id: string }) => each.batch_id)).toEqual(ids);
    const { stdout } = await cli("batches");
    expect(stdout).toMatch(new RegExp(`^${ids[0]}  \\d{4}-\\S+Z  second$`, "m"));
    const counts = await json("usage", "--days", "1");
    expect(counts).toContainEqual({ generator: "spills-v0.1.0", count: 4 });
    expect((await cli("usage")).stdout).toMatch(/^spills-v0.1.0 +4$/m);
  });

  it.each(["0", "-1", "x", "40000"])("refuse to look back %s days", async (days) => {
    const { status, stderr } = await startCli(["batches", `--days=${days}`]).ended;
    expect([status, stderr]).toEqual([2, expect.stringContaining("--days must be a number above 0")]);
  });
});

describe("--offline", () => {
  it("reads a downloaded batch without a token", async () => {
    const { status, stdout } = await startCli(["status", SPILLS, "--offline", "--json"]).ended;
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ generator: "spills-v0.1.0", num_jobs: 2, num_completed: 2 });
    const params = await startCli(["params", SPILLS, "--offline"]).ended;
    expect(params.stdout).toMatch(/^size +float +50 +1 to 100$/m);
    const missing = await startCli(["status", join(SPILLS, "nope"), "--offline"]).ended;
    expect([missing.status, missing.stderr]).toEqual([
      1,
      expect.stringContaining("not the folder of a downloaded batch"),
    ]);
  });
});

describe("progress and events on stderr", () => {
  it("--quiet leaves stderr to warnings and errors", async () => {
    const { session, cli } = await serve();
    const { batchId } = await session.submit([{ size: 10 }]);
    expect(await cli("wait", batchId, "--quiet")).toMatchObject({ status: 0, stderr: "" });
  });

  it("INFINITY_FRAMES_LOG says how much is told of what happens", async () => {
    const { emulator } = await serve();
    const fault = { reply: { status: 503 } };
    const run = async (level: string): Promise<CliRun> => {
      emulator.setFaults([{ path: "/api/jobs/", at: [1], fault }]);
      const { token, url } = emulator;
      const env = { INFINITY_API_TOKEN: token, INFINITY_API_SERVER: url, INFINITY_FRAMES_LOG: level };
      return startCli(["generators"], { env }).ended;
    };
    expect(await run("warn")).toMatchObject({ status: 0, stderr: "" });
    const info = lines((await run("info")).stderr);
    expect(info).toHaveLength(1);
    expect(info[0]).toMatch(
      /^\d{4}-\S+Z retry request=1 attempt=1 method=GET path=api\/jobs\/ delayMs=\d+ reason=".*503/,
    );
    const debug = lines((await run("debug")).stderr).map((line) => line.split(" ")[1]);
    expect(debug).toEqual(["request", "response", "retry", "request", "response"]);
    expect(await run("loud")).toMatchObject({ status: 2, stderr: expect.stringContaining("got loud") });
  });
});
