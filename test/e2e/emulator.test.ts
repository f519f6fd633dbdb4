import { spawn } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it, onTestFinished } from "vitest";
import { job, resultFiles, textOf } from "../emulator/client.ts";
import { runCli } from "../util/run-cli.ts";
import { temporaryFolder } from "../util/temporary-folder.ts";

const MAIN = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url));

/** The address of a server that runs for the time of a test. */
async function started(...args: string[]): Promise<string> {
  const child = spawn(process.execPath, [MAIN, "emulator", "--port", "0", ...args]);
  onTestFinished(() => void child.kill());
  const said = await new Promise<string>((resolve) =>
    child.stderr.once("data", (data) => resolve(`${data}`)),
  );
  return /http:\S+/.exec(said)?.[0] ?? said;
}

function as(token: string, body?: object): RequestInit {
  const headers = { Authorization: `Token ${token}` };
  return body === undefined ? { headers } : { method: "POST", headers, body: JSON.stringify(body) };
}

async function fileWith(text: string): Promise<string> {
  const path = join(await temporaryFolder(), "faults.json");
  await writeFile(path, text);
  return path;
}

describe("infinity-frames emulator", () => {
  it("serves several tokens, each with the quota", async () => {
    const url = await started("--token", "a", "--token", "b", "--quota", "1");
    const preview = { name: "", job_runs: [job("spills-v0.1.0", {}, true)] };
    const statuses: number[] = [];
    for (const token of ["a", "b", "a", "c"]) {
      statuses.push((await fetch(`${url}/api/batch/`, as(token, preview))).status);
    }
    expect(statuses).toEqual([201, 201, 400, 401]);
  });

  it("goes wrong by the plan of a file", async () => {
    const fault = { reply: { status: 429, headers: { "Retry-After": "2" } } };
    const file = await fileWith(JSON.stringify([{ method: "GET", path: "/api/jobs/", at: [2], fault }]));
    const url = await started("--faults", file);
    const replies: (string | null)[] = [];
    for (let i = 0; i < 3; i++) {
      replies.push((await fetch(`${url}/api/jobs/`, as("emulator"))).headers.get("Retry-After"));
    }
    expect(replies).toEqual([null, "2", null]);
  });

  it("writes numbers as strings on request", async () => {
    const url = await started("--string-numbers", "--no-masks", "--speed", "1e6");
    const body = { name: "", job_runs: [job("spills-v0.1.0", { size: 7 }, true)] };
    const batch = (await (await fetch(`${url}/api/batch/`, as("emulator", body))).json()) as { id: string };
    const summary = await fetch(`${url}/api/batch/${batch.id}/summary/`, as("emulator"));
    const { job_runs } = (await summary.json()) as { job_runs: { result_url: string }[] };
    const archive = await (await fetch(job_runs[0]!.result_url)).arrayBuffer();
    const { params } = JSON.parse(textOf(await resultFiles(new Uint8Array(archive)), "job.json"));
    expect([params.size, params.color]).toEqual(["7", "TRANSPARENT"]);
  });

  it.each([
    ["no JSON", "[", "Cannot read fault plan "],
    [
      "no plan",
      '[{"path": "/a", "fault": {}}, {"path": "/a", "fault": {"delayMs": "1"}}]',
      "faults.json: rule 1: fault.delayMs: ",
    ],
  ])("names what is wrong with a file that is %s", async (_, text, message) => {
    const file = await fileWith(text);
    const { status, stderr } = await runCli("emulator", "--port", "0", "--faults", file);
    expect([status, stderr]).toEqual([1, expect.stringContaining(message)]);
    const missing = await runCli("emulator", "--port", "0", "--faults", `${file}.gone`);
    expect([missing.status, missing.stderr]).toEqual([1, expect.stringContaining(`${file}.gone`)]);
  });

  it("says what to do about a port that is taken and a token that cannot be", async () => {
    const { port } = new URL(await started());
    const { status, stderr } = await runCli("emulator", "--port", port);
    expect([status, stderr]).toEqual([
      1,
      expect.stringContaining(`port ${port}: another program does; choose`),
    ]);
    for (const token of ["", "two words"]) {
      const refused = await runCli("emulator", "--port", "0", "--token", token);
      expect([refused.status, refused.stderr]).toEqual([2, expect.stringContaining("--token must be")]);
    }
  });

  it("names the server that has its folder", async () => {
    const folder = await temporaryFolder();
    await started("--data", folder);
    const { status, stderr } = await runCli("emulator", "--port", "0", "--data", folder);
    expect([status, stderr]).toEqual([
      1,
      expect.stringMatching(/Cannot use data folder .*: the emulator of process \d+ on /),
    ]);
  });
});
