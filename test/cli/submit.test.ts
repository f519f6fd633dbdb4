import { execFileSync, spawn } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { table } from "arquero";
import { beforeEach, describe, expect, it } from "vitest";
import { writeTable } from "../../src/io/write-table.ts";
import { type CliRun, startCli } from "../util/start-cli.ts";
import { type CliUser, cliUser } from "./cli-user.ts";

const MAIN = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url));
const GENERATOR = ["--generator", "spills-v0.1.0"];

let { emulator, folder, env } = {} as CliUser;

beforeEach(async () => {
  ({ emulator, folder, env } = await cliUser());
});

function cli(...args: string[]): Promise<CliRun> {
  return startCli(args, { env }).ended;
}

async function jobsFile(name: string, text: string): Promise<string> {
  await writeFile(join(folder, name), text);
  return join(folder, name);
}

function numPosts(): number {
  return emulator.requests.filter(({ method, path }) => method === "POST" && path === "/api/batch/").length;
}

describe("submit", () => {
  it("takes Parquet, Arrow, CSV and JSON for the same jobs", async () => {
    const jobs = table({ scene: ["STORE_0001", null], size: [10, 20], frame_rate: [6, 6] });
    const files = [await jobsFile("jobs.csv", "scene,size,frame_rate\nSTORE_0001,10,6\n,20,6\n")];
    files.push(await jobsFile("jobs.json", JSON.stringify(jobs.objects())));
    for (const format of ["parquet", "arrow"] as const) {
      files.push(join(folder, `jobs.${format}`));
      await writeTable(jobs, files.at(-1)!, { format });
    }
    const seen: unknown[] = [];
    for (const file of files) {
      const { status, stdout, stderr } = await cli("submit", file, ...GENERATOR, "--max-samples", "100");
      expect([status, stderr]).toEqual([
        0,
        expect.stringContaining("2 jobs of spills-v0.1.0: 36 samples estimated"),
      ]);
      const headers = { Authorization: `Token ${emulator.token}` };
      const batch = await fetch(`${emulator.url}/api/batch/${stdout.trim()}/`, { headers });
      const { job_runs } = (await batch.json()) as { job_runs: { param_values: object }[] };
      seen.push(job_runs.map(({ param_values }) => param_values));
    }
    expect(seen[0]).toMatchObject([
      { scene: "STORE_0001", size: 10 },
      { scene: "GROCERY_0001", size: 20 },
    ]);
    for (const params of seen) expect(params).toEqual(seen[0]);
  });

  it("prints what was submitted as JSON, previews too", async () => {
    const file = await jobsFile("jobs.jsonl", '{"size":10}\n{"size":20}\n{"size":30}\n');
    const args = ["submit", file, ...GENERATOR, "--preview", "--yes", "--name", "three", "--json", "--quiet"];
    const { status, stdout, stderr } = await cli(...args);
    expect([status, stderr]).toEqual([0, ""]);
    expect(JSON.parse(stdout)).toEqual({
      batch_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      name: "three",
      generator: "spills-v0.1.0",
      is_preview: true,
      num_jobs: 3,
      samples: 3,
    });
  });

  it("asks before it pays, and without a terminal does not submit unasked", async () => {
    const file = await jobsFile("jobs.csv", "size\n10\n");
    const unasked = await cli("submit", file, ...GENERATOR);
    expect([unasked.status, unasked.stdout]).toEqual([2, ""]);
    expect(unasked.stderr).toContain("there is no terminal to ask on: pass --yes or --max-samples N");
    expect(emulator.requests).toHaveLength(0);
  });

  it("does not submit what costs more than is allowed, or than is left", async () => {
    const file = await jobsFile("jobs.csv", "size,video_duration\n10,2\n20,3\n");
    const costly = await cli("submit", file, ...GENERATOR, "--max-samples", "119");
    expect([costly.status, costly.stderr]).toEqual([
      1,
      expect.stringContaining("expected to cost 120 samples"),
    ]);
    expect(numPosts()).toBe(0);
    const long = await jobsFile("long.csv", "video_duration\n120\n");
    const over = await cli("submit", long, ...GENERATOR, "--yes");
    expect([over.status, over.stdout]).toEqual([1, ""]);
    expect(over.stderr).toMatch(/2880.*1000|1000.*2880/);
  });

  it("--dry-run checks and estimates, and submits nothing", async () => {
    const good = await jobsFile("good.csv", "size,video_duration\n10,2\n20,3\n");
    const fine = await cli("submit", good, ...GENERATOR, "--dry-run");
    expect([fine.status, fine.stdout]).toEqual([0, "2 jobs without problems, 120 samples estimated\n"]);
    const fineJson = await cli("submit", good, ...GENERATOR, "--dry-run", "--json");
    expect(JSON.parse(fineJson.stdout)).toEqual({ num_jobs: 2, samples: 120, problems: [] });

    const rows = Array.from({ length: 50 }, (_, row) => 1000 + row).join("\n");
    const bad = await jobsFile("bad.csv", `sise\n${rows}\n`);
    const wrong = await cli("submit", bad, ...GENERATOR, "--dry-run", "--json");
    expect(wrong.status).toBe(1);
    const lines = wrong.stderr.trimEnd().split("\n");
    expect(lines[0]).toBe("infinity-frames: The jobs have 50 problems:");
    expect(lines[1]).toContain('job 0: "sise" is not a parameter of spills-v0.1.0 (did you mean "size"?)');
    expect(lines).toHaveLength(22);
    expect(lines.at(-1)).toContain("and 30 more");
    expect(JSON.parse(wrong.stdout).problems).toHaveLength(50);
    expect((await cli("submit", bad, ...GENERATOR, "--yes")).status).toBe(1);
    expect(numPosts()).toBe(0);
  });

  it("names what is wrong with the file or its options before it asks the server", async () => {
    for (const [name, text, message] of [
      ["jobs.xls", "x", "Cannot tell the format of"],
      ["empty.csv", "", "it is empty"],
      ["rows.csv", "size,depth\n10,\n,\n,\n", "Rows 2, 3 of"],
      ["lines.csv", "size\n10\n\n20\n", "Row 2 of"],
    ] as const) {
      const { status, stderr } = await cli("submit", await jobsFile(name, text), ...GENERATOR, "--yes");
      expect([status, stderr]).toEqual([1, expect.stringContaining(message)]);
    }
    const file = await jobsFile("jobs.csv", "size\n10\n");
    for (const [args, message] of [
      [["submit", file, "--yes"], "submit needs --generator NAME"],
      [["submit", ...GENERATOR, "--yes"], "submit needs FILE, the table"],
      [["submit", file, ...GENERATOR, "--max-samples", "many"], "--max-samples must be a whole number"],
      [["submit", file, "other.csv", ...GENERATOR, "--yes"], "submit takes 1 at most, got 2"],
    ] as const) {
      const { status, stderr } = await cli(...args);
      expect([status, stderr]).toEqual([2, expect.stringContaining(message)]);
    }
    expect(emulator.requests).toHaveLength(0);
  });
});

function hasScript(): boolean {
  try {
    return process.platform === "linux" && execFileSync("script", ["--version"]).includes("util-linux");
  } catch {
    return false;
  }
}

describe.skipIf(!hasScript())("submit on a terminal", () => {
  /** Runs a submission on a pseudo-terminal, and types once it asks. */
  async function typed(keys: string): Promise<{ status: number | null; shown: string }> {
    const file = await jobsFile("jobs.csv", "size,video_duration\n10,2\n");
    const line = [process.execPath, MAIN, "submit", file, ...GENERATOR].join(" ");
    const child = spawn("script", ["-qec", line, "/dev/null"], {
      env: { PATH: process.env.PATH ?? "", HOME: folder, TERM: "xterm", ...env },
    });
    let shown = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      const hadAsked = shown.includes("[y/N] ");
      shown += text;
      if (!hadAsked && shown.includes("[y/N] ")) child.stdin.write(keys);
    });
    const status = await new Promise<number | null>((resolve) => child.once("close", resolve));
    return { status, shown };
  }

  it("submits after yes", async () => {
    const { status, shown } = await typed("y\n");
    expect(status).toBe(0);
    expect(shown).toContain(
      `1 job of spills-v0.1.0: 48 samples estimated. Submit it to ${emulator.url}? [y/N] `,
    );
    const [, id = ""] = /Submitted 1 job as batch\s+([0-9a-f-]{36})/.exec(shown) ?? [];
    expect(shown.split(id)).toHaveLength(2);
    expect(numPosts()).toBe(1);
  });

  it.each([
    ["no", "n\n", 1, "declined: nothing was submitted"],
    ["a word that is neither", "yep\n", 1, "Not submitted: only y or yes does"],
    ["nothing", "\n", 1, "nothing was submitted"],
    ["the end of the input", "\u0004", 1, "nothing was submitted"],
    ["Ctrl-C", "\u0003", 130, "Stopped by SIGINT"],
  ])("submits nothing after %s", async (_, keys, wanted, message) => {
    const { status, shown } = await typed(keys);
    expect([status, shown]).toEqual([wanted, expect.stringContaining(message)]);
    expect(numPosts()).toBe(0);
  });
});
