import { existsSync } from "node:fs";
import { readdir, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, onTestFinished } from "vitest";
import {
  type RunningEmulator,
  type StartEmulatorOptions,
  startEmulator,
} from "../../src/emulator/start-emulator.ts";
import type { Batch } from "../../src/session/batch.ts";
import { Session } from "../../src/session/session.ts";
import { type CliRun, type RunningCli, startCli } from "../util/start-cli.ts";
import { temporaryFolder } from "../util/temporary-folder.ts";
import { it, type Spy } from "./util/fault-test.ts";

const SPILLS = fileURLToPath(new URL("../../fixtures/spills/batch", import.meta.url));

/** A small job: a few frames, no masks. */
const SMALL = { frame_rate: 6, video_duration: 1 };

/** All results but the first three. */
const LATE = Array.from({ length: 20 }, (_, index) => index + 4);

/** An emulator, and the command line that asks it. */
async function serve(spy: Spy, options: StartEmulatorOptions = {}) {
  const emulator = await startEmulator({ token: spy.token, jobDurationMs: 0, masks: false, ...options });
  onTestFinished(() => emulator.close());
  const state = await spy.folder();
  const start = (args: readonly string[], env: Record<string, string> = {}): RunningCli => {
    const running = startCli(args, {
      env: {
        INFINITY_API_TOKEN: spy.token,
        INFINITY_API_SERVER: emulator.url,
        INFINITY_FRAMES_STATE_DIR: state,
        ...env,
      },
    });
    onTestFinished(() => void running.child.kill("SIGKILL"));
    return running;
  };
  const cli = async (args: readonly string[], env: Record<string, string> = {}): Promise<CliRun> => {
    const ended = await start(args, env).ended;
    spy.saw(ended);
    return ended;
  };
  return { emulator, start, cli };
}

async function submit(emulator: RunningEmulator, spy: Spy, numJobs: number): Promise<Batch> {
  const { url: server, token } = emulator;
  const journal = await spy.folder();
  const session = await Session.connect({ server, token, generator: "spills-v0.1.0", journal });
  return session.submit(Array.from({ length: numJobs }, (_, row) => ({ ...SMALL, size: row + 1 })));
}

/** When each job's folder was made. */
async function foldersIn(folder: string): Promise<Map<string, number>> {
  const names = (await readdir(folder)).filter((name) => /^[0-9a-f]{8}-/.test(name));
  const times = names.map(async (name): Promise<[string, number]> => {
    return [name, (await stat(join(folder, name))).birthtimeMs];
  });
  return new Map(await Promise.all(times));
}

describe("a download on the command line", () => {
  it("#57 one of 100 jobs always fails: 99 are there, status 3, it is listed, nothing is removed", {
    timeout: 120_000,
  }, async ({ spy }) => {
    const { emulator, cli } = await serve(spy);
    const batch = await submit(emulator, spy, 100);
    const jobs = await batch.getValidCompletedJobs();
    const { jobId, resultUrl } = jobs[41]!;
    const reply = { status: 410, body: "gone" };
    emulator.setFaults([{ path: new URL(resultUrl).pathname, fault: { reply } }]);
    const out = join(await spy.folder(), "out");
    const args = ["download", batch.batchId, "--out", out, "--max-workers", "8"];

    const first = await cli(args);
    expect(first.status).toBe(3);
    expect(first.stdout).toMatch(/^downloaded +99 jobs$/m);
    expect(first.stdout).toMatch(new RegExp(`^not downloaded +${jobId}$`, "m"));
    expect(first.stderr).toContain("1 of 100 jobs could not be downloaded");
    expect(first.stderr).toContain(`${jobId}: `);
    const before = await foldersIn(out);
    expect(before.size).toBe(99);
    expect(before.has(jobId)).toBe(false);

    const second = await cli([...args, "--json"]);
    expect(second.status).toBe(3);
    const report = JSON.parse(second.stdout);
    expect(report.not_downloaded).toEqual([{ job_id: jobId, error: expect.stringContaining("410") }]);
    expect([report.downloaded.length, report.skipped.length]).toEqual([0, 99]);

    emulator.setFaults([]);
    expect((await cli([...args, "--dry-run"])).stdout).toBe(`job\n${jobId}\n`);
    expect((await cli(args)).status).toBe(0);
    const after = await foldersIn(out);
    expect(after.size).toBe(100);
    for (const [name, made] of before) expect(after.get(name)).toBe(made);
    expect(await cli(["verify", out])).toMatchObject({
      status: 0,
      stdout: "100 of 100 jobs are as they were downloaded\n",
    });
  });

  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    it(`#59 ${signal} once: a clean stop with 130, and the next run goes on`, async ({ spy }) => {
      const { emulator, start, cli } = await serve(spy);
      const batch = await submit(emulator, spy, 10);
      emulator.setFaults([{ path: "/results/*", at: LATE, fault: { delayMs: 60_000 } }]);
      const out = join(await spy.folder(), "out");
      const args = ["download", batch.batchId, "--out", out, "--max-workers", "1"];
      const { child, said, ended } = start(args, { INFINITY_FRAMES_LOG: "info" });
      await said(/(state=finished[\s\S]*){3}/);
      child.kill(signal);
      const stopped = await ended;
      spy.saw(stopped);
      expect([stopped.status, stopped.stdout]).toEqual([130, ""]);
      expect(stopped.stderr).toContain("Run the same command again to go on from here");
      expect(stopped.stderr).toContain(`infinity-frames: Stopped by ${signal}\n`);
      expect(existsSync(join(out, ".infinity", "lock"))).toBe(false);
      const before = await foldersIn(out);
      expect(before.size).toBe(3);

      emulator.setFaults([]);
      const again = await cli([...args, "--json"]);
      const { downloaded, skipped } = JSON.parse(again.stdout);
      expect([again.status, downloaded.length, skipped.length]).toEqual([0, 7, 3]);
      const after = await foldersIn(out);
      for (const [name, made] of before) expect(after.get(name)).toBe(made);
      expect((await cli(["verify", out])).status).toBe(0);
    });
  }

  it("#59 the second signal ends the process at once, whatever still runs", async ({ spy }) => {
    const { emulator, start } = await serve(spy);
    emulator.setFaults([{ path: "/api/jobs/", fault: { delayMs: 60_000 } }]);
    // Something that a clean stop would wait for.
    const NODE_OPTIONS = "--import=data:text/javascript,setInterval(()=>{},1e6)";
    const { child, said, ended } = start(["generators"], { NODE_OPTIONS, INFINITY_FRAMES_LOG: "debug" });
    await said(/ request request=1 /);
    child.kill("SIGINT");
    await said(/Stopped by SIGINT/);
    expect(child.exitCode).toBe(null);
    child.kill("SIGTERM");
    expect((await ended).status).toBe(128 + 15);
    expect(child.signalCode).toBe("SIGTERM");
  });

  it("#59 a wait, and a token that does not come, stop as well", async ({ spy }) => {
    const { emulator, start } = await serve(spy, { jobDurationMs: 1e9 });
    const { batchId } = await submit(emulator, spy, 1);
    const waiting = start(["wait", batchId, "--json"], { INFINITY_FRAMES_LOG: "info" });
    await waiting.said(/ wait batchId=/);
    waiting.child.kill("SIGINT");
    expect((await waiting.ended).status).toBe(130);
    expect((await waiting.ended).stderr).toContain("Stopped by SIGINT");
    expect(JSON.parse((await waiting.ended).stdout)).toEqual({
      error: { name: "Error", code: "INTERRUPTED", message: "Stopped by SIGINT" },
    });

    const { child, ended, said } = startCli(["generators", "--token-stdin"], {
      input: null,
      env: { NODE_DEBUG: "stream" },
    });
    await said(/STREAM .*(resume|read)/);
    child.kill("SIGINT");
    expect((await ended).status).toBe(130);
  });
});

describe("a submission on the command line", () => {
  it("stopped on its way: status 4, and the submission is found again, not sent again", async ({ spy }) => {
    const { emulator, start, cli } = await serve(spy);
    const file = join(await temporaryFolder(), "jobs.csv");
    await writeFile(file, "size,frame_rate,video_duration\n10,6,1\n20,6,\n");
    emulator.setFaults([{ method: "POST", path: "/api/batch/", fault: { delayMs: 60_000 } }]);
    const args = ["submit", file, "--generator", "spills-v0.1.0", "--yes", "--name", "stopped"];
    const { child, ended } = start(args);
    await expect
      .poll(() => emulator.requests.some(({ method, path }) => method === "POST" && path === "/api/batch/"), {
        timeout: 20_000,
      })
      .toBe(true);
    child.kill("SIGINT");
    const stopped = await ended;
    spy.saw(stopped);
    expect([stopped.status, stopped.stdout]).toEqual([4, ""]);
    const [, id = ""] = /Submission (\w{26}) of 2 jobs may have been carried out/.exec(stopped.stderr) ?? [];
    expect(stopped.stderr).toContain(`infinity-frames submissions reconcile ${id}`);
    emulator.setFaults([]);
    expect((await cli(["submissions"])).stdout).toMatch(new RegExp(`^${id} .* stopped +2  unknown +`, "m"));

    const found = JSON.parse((await cli(["submissions", "reconcile", id, "--json"])).stdout);
    expect(found).toEqual([expect.objectContaining({ submission_id: id, state: "accepted", num_jobs: 2 })]);
    expect(await cli(["submissions", "reconcile"])).toEqual({
      status: 0,
      stdout: "",
      stderr: "No submission is open\n",
    });
    const posts = emulator.requests.filter(({ method, path }) => method === "POST" && path === "/api/batch/");
    expect(posts).toHaveLength(1);
    const listed = JSON.parse((await cli(["batches", "--json"])).stdout);
    expect(listed).toEqual([{ batch_id: found[0].batch_id, created: expect.any(String), name: "stopped" }]);
  });

  it("lost and not to be found: status 4, until --force-resubmit", async ({ spy }) => {
    const { emulator, cli } = await serve(spy);
    const file = join(await temporaryFolder(), "jobs.json");
    await writeFile(file, JSON.stringify([{ ...SMALL, size: 10 }]));
    emulator.setFaults([{ method: "POST", path: "/api/batch/", at: [1, 2], fault: { drop: true } }]);
    const posts = () =>
      emulator.requests.filter(({ method, path }) => method === "POST" && path === "/api/batch/").length;
    const args = ["submit", file, "--generator", "spills-v0.1.0", "--yes", "--reconcile-timeout", "0.1s"];
    for (let run = 0; run < 2; run++) {
      const lost = await cli(args);
      expect([lost.status, lost.stdout, posts()]).toEqual([4, "", 1]);
      expect(lost.stderr).toContain("looking for their batch");
      expect(lost.stderr).toContain("but the server has no batch of it; it was not sent again");
    }
    const looked = await cli(["submissions", "reconcile", "--reconcile-timeout", "0.1s"]);
    expect([looked.status, looked.stdout]).toEqual([4, expect.stringMatching(/ 1 {2}unknown +/)]);
    const lostAgain = await cli([...args, "--force-resubmit", "--json"]);
    expect([lostAgain.status, posts()]).toEqual([4, 2]);
    expect(JSON.parse(lostAgain.stdout).error.code).toBe("SUBMISSION_UNKNOWN");
    expect(lostAgain.stderr.match(/looking for their batch/g)).toHaveLength(1);
    expect(lostAgain.stderr).toContain("They are sent again if it is not found");
    const again = await cli([...args, "--force-resubmit"]);
    expect([again.status, posts()]).toEqual([0, 3]);
    expect((await cli(["submissions", "reconcile"])).status).toBe(0);
  });
});

describe("the terminal, or none", () => {
  it("#65 a reader that closes its end is no error, and says nothing", async ({ spy }) => {
    const { start } = await serve(spy);
    for (const args of [["params", "visionfit-flagship-v0.1.0"], ["generators", "--json"], ["--help"]]) {
      const { child, ended } = start(args);
      child.stdout.destroy();
      expect(await ended).toMatchObject({ status: 0, stderr: "" });
    }
    const { child, ended } = start(["generators"], { INFINITY_FRAMES_LOG: "debug" });
    child.stderr.destroy();
    const { status, stdout } = await ended;
    expect([status, stdout]).toEqual([0, expect.stringContaining("spills-v0.1.0")]);
  });

  it("#65 no escape sequences where there is no terminal, NO_COLOR or not", async ({ spy }) => {
    const { emulator, cli } = await serve(spy);
    const { batchId } = await submit(emulator, spy, 3);
    const out = join(await spy.folder(), "out");
    for (const env of [{ FORCE_COLOR: "1" }, { NO_COLOR: "1" }, { COLUMNS: "0" }, { CI: "true" }]) {
      const runs = [
        await cli(["status", batchId], env),
        await cli(["wait", batchId], env),
        await cli(["download", batchId, "--out", out, "--overwrite"], env),
        await cli(["verify", out], env),
      ];
      for (const { status, stdout, stderr } of runs) {
        expect(status).toBe(0);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
        expect(stdout + stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
      }
    }
  });
});

describe("without a network", () => {
  /** Ends the process with 99 at the first socket. */
  const NO_SOCKETS = {
    NODE_OPTIONS:
      "--import=data:text/javascript,import(%22node:net%22).then((net)=>{net.Socket.prototype.connect=()=>process.exit(99)})",
  };

  it("#66 what can be answered from a downloaded folder is, without a token and without a socket", async ({
    spy,
  }) => {
    const { emulator, cli } = await serve(spy);
    const { batchId } = await submit(emulator, spy, 3);
    const out = join(await spy.folder(), "out");
    expect((await cli(["download", batchId, "--out", out])).status).toBe(0);
    const offline = (...args: string[]) => startCli(args, { env: NO_SOCKETS }).ended;
    const status = await offline("status", out, "--offline", "--json");
    expect([status.status, JSON.parse(status.stdout).batch_id]).toEqual([0, batchId]);
    expect((await offline("params", out, "--offline")).stdout).toMatch(/^size +float /m);
    expect((await offline("verify", out)).status).toBe(0);
    expect((await offline("submissions", "--offline")).status).toBe(0);
    expect((await offline("status", SPILLS, "--offline")).stdout).toContain("spills-v0.1.0");
  });

  it("#66 what needs the API says so, without a socket", async ({ spy }) => {
    const { cli } = await serve(spy);
    const file = join(await temporaryFolder(), "jobs.csv");
    await writeFile(file, "size\n10\n");
    for (const args of [
      ["generators"],
      ["usage"],
      ["batches"],
      ["wait", "batch"],
      ["download", "batch", "--out", "out"],
      ["submit", file, "--generator", "spills-v0.1.0", "--yes"],
      ["submissions", "reconcile"],
    ]) {
      const { status, stdout, stderr } = await cli([...args, "--offline"], NO_SOCKETS);
      expect([status, stdout]).toEqual([1, ""]);
      expect(stderr).toBe(
        `infinity-frames: ${args[0]} needs the API, and --offline forbids every connection\n`,
      );
    }
    expect((await cli(["generators"], NO_SOCKETS)).status).toBe(99);
  });

  it("#67 a proxy that Node does not use: one warning, quiet or not", async ({ spy }) => {
    const { emulator, cli } = await serve(spy);
    const { batchId } = await submit(emulator, spy, 3);
    const proxy = { HTTP_PROXY: "http://127.0.0.1:9" };
    for (const args of [["wait", batchId], ["wait", batchId, "--quiet"], ["generators"]]) {
      const { status, stderr } = await cli(args, proxy);
      expect(status).toBe(0);
      expect(
        stderr.match(/infinity-frames: warning: HTTP_PROXY is set, but Node does not use it/g),
      ).toHaveLength(1);
    }
    const excepted = await cli(["generators"], { ...proxy, NO_PROXY: "127.0.0.1" });
    expect(excepted.stderr).toBe("");
    const other = await cli(["generators"], { HTTPS_PROXY: "http://127.0.0.1:9" });
    expect(other.stderr).toBe("");
  });
});
