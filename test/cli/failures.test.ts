import { existsSync } from "node:fs";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { errorJson } from "../../src/cli/error-json.ts";
import { DuplicateSubmissionError } from "../../src/session/submission/duplicate-submission-error.ts";
import { type CliRun, startCli } from "../util/start-cli.ts";
import { type CliUser, cliUser } from "./cli-user.ts";

const TO_SPILLS = ["--generator", "spills-v0.1.0", "--yes"];

let { emulator, folder, env } = {} as CliUser;

beforeEach(async () => {
  ({ emulator, folder, env } = await cliUser());
});

function cli(...args: string[]): Promise<CliRun> {
  return startCli(args, { env, cwd: folder }).ended;
}

async function write(name: string, text: string): Promise<string> {
  await writeFile(join(folder, name), text);
  return name;
}

async function submitted(): Promise<string> {
  const file = await write("some.csv", "size,frame_rate,video_duration\n10,6,1\n20,6,1\n");
  return (await cli("submit", file, ...TO_SPILLS)).stdout.trim();
}

describe("--json where a command fails", () => {
  it("prints one document with the error, and the text on stderr", async () => {
    const { status, stdout, stderr } = await cli("status", "nope", "--json");
    expect(status).toBe(1);
    const { error } = JSON.parse(stdout);
    expect(error).toMatchObject({ name: "NotFoundError", code: "API_404", status: 404 });
    expect(stderr).toBe(`infinity-frames: ${error.message}\n`);

    const long = await write("long.csv", "video_duration\n120\n");
    const over = JSON.parse((await cli("submit", long, ...TO_SPILLS, "--json")).stdout);
    expect(over.error).toMatchObject({ name: "QuotaExceededError", needed: 2880, remaining: 1000 });

    const usage = await cli("generators", "--jsn", "--json");
    expect(usage.status).toBe(2);
    expect(JSON.parse(usage.stdout).error).toMatchObject({ name: "UsageError", code: "USAGE" });
    expect((await cli("status", "nope")).stdout).toBe("");
  });

  it("names the submission whose outcome is unknown", async () => {
    const file = await write("one.csv", "size\n10\n");
    emulator.setFaults([{ method: "POST", path: "/api/batch/", at: [1], fault: { drop: true } }]);
    const run = await cli("submit", file, ...TO_SPILLS, "--reconcile-timeout", "0.1s", "--json");
    expect(run.status).toBe(4);
    const { error } = JSON.parse(run.stdout);
    expect(error).toMatchObject({
      code: "SUBMISSION_UNKNOWN",
      submissionId: expect.stringMatching(/^\w{26}$/),
    });
    const looked = await cli("submissions", "reconcile", "--reconcile-timeout", "0.1s", "--json");
    expect(JSON.parse(looked.stdout)).toEqual([
      expect.objectContaining({
        state: "unknown",
        error: expect.objectContaining({ code: "SUBMISSION_UNKNOWN" }),
      }),
    ]);
  });

  it("shows no signature, and names several batches", () => {
    const error = new DuplicateSubmissionError("ID", ["a", "b"]);
    error.message = "https://results.example/a.zip?X-Amz-Signature=c0ffee went wrong";
    const shown = errorJson(error);
    expect(shown.message).toBe("https://results.example/a.zip?X-Amz-Signature=[redacted] went wrong");
    expect(shown).toMatchObject({ submissionId: "ID", batchIds: ["a", "b"] });
  });

  it("adds the error to what a download or a dry run tells", async () => {
    const batch = await submitted();
    emulator.setFaults([{ path: "/results/*", fault: { reply: { status: 410, body: "gone" } } }]);
    const run = await cli("download", batch, "--out", "out", "--json");
    expect(run.status).toBe(3);
    const report = JSON.parse(run.stdout);
    const ids = report.not_downloaded.map((job: { job_id: string }) => job.job_id);
    expect(ids).toHaveLength(2);
    expect(report.error).toMatchObject({ name: "DownloadSummaryError", code: "DOWNLOAD", failed: ids });
    const bad = await write("bad.csv", "size\n1000\n");
    const dry = JSON.parse((await cli("submit", bad, ...TO_SPILLS, "--dry-run", "--json")).stdout);
    expect(dry.error.code).toBe("PARAMETER_VALIDATION");
  });
});

describe("options that are not there", () => {
  it.each([
    [["generators", "--jsn"], "There is no option --jsn for generators (did you mean --json?)"],
    [["generators", "--jsn=secret"], "There is no option --jsn for generators (did you mean --json?)"],
    [["verify", "d1", "--offline"], "There is no option --offline for verify"],
    [["batches", "--days", "-1"], "--days must be a number above 0, and 36500 at most, got -1"],
    [["batches", "--days"], "--days needs N"],
    [["batches", "--json=yes"], "--json takes no value"],
    [
      ["download", "b", "--out", "--json"],
      "--out needs DIR; a value that begins with - is given as --out=DIR",
    ],
  ])("%j: %s", async (args, message) => {
    const { status, stderr } = await startCli(args).ended;
    expect([status, stderr.split("\n")[0]]).toEqual([2, `infinity-frames: ${message}`]);
  });
});

describe("what is not there, or is something else", () => {
  it("hints to the id that a folder holds", async () => {
    const batch = await submitted();
    expect((await cli("download", batch, "--out", "study")).status).toBe(0);
    for (const [args, offline] of [
      [["status", "study"], "; --offline shows it as it was downloaded"],
      [["wait", "./study"], ""],
      [["download", "study", "--out", "other"], ""],
    ] as const) {
      const { status, stderr } = await cli(...args);
      const said = `There is no batch ${args[1]}, which is a folder; it holds batch ${batch}: give that id${offline}\n`;
      expect([status, stderr]).toEqual([1, `infinity-frames: ${said}`]);
    }
    await mkdir(join(folder, "plain"));
    expect((await cli("status", "plain")).stderr).toContain("give the id that submit printed");
  });

  it("says which file or folder is missing or of the wrong kind", async () => {
    const file = await write("file.txt", "x");
    for (const [args, message] of [
      [["verify", "nofolder"], "There is no folder nofolder"],
      [["submit", "nofile.csv", ...TO_SPILLS], 'Cannot read "nofile.csv": there is no such file'],
      [["download", "b", "--out", file], "Cannot download to file.txt: it is a file, and a folder is wanted"],
    ] as const) {
      expect(await cli(...args)).toMatchObject({ status: 1, stderr: `infinity-frames: ${message}\n` });
    }
  });

  it("verify says how to mend what is damaged", async () => {
    const batch = await submitted();
    const { stdout } = await cli("download", batch, "--out", "study", "--json");
    const [jobId] = JSON.parse(stdout).downloaded;
    await writeFile(join(folder, "study", jobId, "job.json"), "{}");
    const damaged = await cli("verify", "study");
    expect(damaged.status).toBe(3);
    expect(damaged.stdout).toContain(jobId);
    expect(damaged.stdout).toContain("1 of 2 jobs are as they were downloaded\n");
    const [, command = ""] = /and run: infinity-frames (.*)\n$/.exec(damaged.stderr) ?? [];
    await rm(join(folder, "study", jobId), { recursive: true });
    expect((await cli(...command.split(" "))).status).toBe(0);
    expect((await cli("verify", "study")).status).toBe(0);
  });
});

it.skipIf(!existsSync("/dev/full"))("a full disk behind stdout is told without a stack", async () => {
  const runtime = ["sh", "-c", 'exec "$0" "$@" >/dev/full', process.execPath] as const;
  for (const args of [["generators"], ["demo", "--help"]]) {
    const { status, stderr } = await startCli(args, { env, runtime: [...runtime] }).ended;
    expect([status, stderr]).toEqual([
      1,
      expect.stringMatching(/^infinity-frames: Cannot write to stdout: ENOSPC.*\n$/),
    ]);
  }
});

describe("submissions and batches", () => {
  it("say so where there is nothing to list", async () => {
    expect(await cli("batches")).toEqual({
      status: 0,
      stdout: "",
      stderr: "No batches in the last 30 days\n",
    });
    const none = `No submissions to ${emulator.url}`;
    expect(await cli("submissions")).toEqual({ status: 0, stdout: "", stderr: `${none}\n` });
    expect(await cli("submissions", "--json")).toEqual({ status: 0, stdout: "[]\n", stderr: "" });
    await submitted();
    const other = ["--server", "http://127.0.0.1:9"];
    expect((await cli("submissions", ...other)).stderr).toContain("--all lists those to other servers");
    const all = await cli("submissions", ...other, "--all");
    expect(all.stdout).toContain(`  ${emulator.url}  `);
  });

  it("tell what became of each, the newest first", async () => {
    const long = await write("long.csv", "video_duration\n120\n");
    expect((await cli("submit", long, ...TO_SPILLS, "--name", "too long")).status).toBe(1);
    const batch = await submitted();
    const { stdout } = await cli("submissions");
    const [header = "", first = "", second = ""] = stdout.split("\n");
    expect(header).toMatch(/^submission +started +name +jobs +state +batch or reason$/);
    expect(first).toMatch(new RegExp(`^\\w{26}  \\d{4}-\\S+Z +2  accepted  ${batch}$`));
    expect(second).toMatch(/^\w{26} {2}\d{4}-\S+Z {2}too long +1 {2}refused +POST api\/batch\/ answered 400/);
    expect(second.endsWith("…")).toBe(true);
  });
});

describe("requests that are made again", () => {
  it("are told of once, unless quiet", async () => {
    const faults = [{ path: "/api/jobs/", at: [1, 2], fault: { reply: { status: 503 } } }];
    emulator.setFaults(faults);
    const { status, stderr } = await cli("generators");
    expect([status, stderr]).toEqual([
      0,
      expect.stringMatching(/^waiting: GET api\/jobs\/ answered 503, .*; trying again\n$/),
    ]);
    emulator.setFaults(faults);
    expect((await cli("generators", "--quiet")).stderr).toBe("");
  });

  it("INFINITY_FRAMES_LOG may be in capitals, and debug shows an error once", async () => {
    env = { ...env, INFINITY_FRAMES_LOG: "DEBUG" };
    const { stderr } = await cli("status", "nope");
    expect(stderr).toContain(" request request=1 ");
    expect(stderr.match(/answered 404/g)).toHaveLength(1);
    expect(stderr).toMatch(/^infinity-frames: NotFoundError: .*\n {4}at /m);
  });
});
