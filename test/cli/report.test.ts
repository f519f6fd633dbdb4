import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { table } from "arquero";
import { describe, expect, it } from "vitest";
import { writeTable } from "../../src/io/write-table.ts";
import { startCli } from "../util/start-cli.ts";
import { temporaryFolder } from "../util/temporary-folder.ts";

const FLAGSHIP = fileURLToPath(new URL("../../fixtures/flagship/batch", import.meta.url));

async function user() {
  const cwd = await temporaryFolder();
  const cli = (...args: string[]) => startCli(args, { cwd }).ended;
  return { cwd, cli };
}

describe("infinity-frames report", () => {
  it("writes report.html, and does not overwrite it unless forced", async () => {
    const { cwd, cli } = await user();
    const first = await cli("report", FLAGSHIP, "--title", "Light <i>", "--no-charts");
    expect([first.status, first.stdout]).toEqual([0, ""]);
    expect(first.stderr).toContain("Report written to report.html");
    const html = await readFile(join(cwd, "report.html"), "utf8");
    expect(html).toContain("<title>Light &lt;i&gt;</title>");
    const again = await cli("report", FLAGSHIP);
    expect([again.status, again.stderr]).toEqual([1, expect.stringContaining("report.html")]);
    const forced = await cli("report", FLAGSHIP, "--title", "Light <i>", "--no-charts", "--force", "--quiet");
    expect(forced).toEqual({ status: 0, stdout: "", stderr: "" });
    expect(await readFile(join(cwd, "report.html"), "utf8")).toBe(html);
    expect(await readdir(cwd)).toEqual(["report.html"]);
  });

  it("prints every number as JSON, or Markdown, and writes each by its extension", async () => {
    const { cwd, cli } = await user();
    const options = ["--outcome", "num_frames", "--outcome", "relative_size", "--factor", "gender"];
    const { status, stdout } = await cli("report", FLAGSHIP, ...options, "--json", "--quiet");
    expect(status).toBe(0);
    const data = JSON.parse(stdout);
    expect(data.format_version).toBe(1);
    expect(data.effects.map((each: { outcome: string }) => each.outcome)).toEqual([
      "num_frames",
      "relative_size",
    ]);
    expect(await readdir(cwd)).toEqual([]);
    const files = ["--out", "a.json", "--out", "b/a.md", "--markdown"];
    const written = await cli("report", FLAGSHIP, ...options, ...files);
    expect(written.status).toBe(0);
    expect(JSON.parse(await readFile(join(cwd, "a.json"), "utf8"))).toEqual(data);
    expect(await readFile(join(cwd, "b/a.md"), "utf8")).toBe(written.stdout);
    expect(written.stdout).toMatch(/^# Report of visionfit-flagship-v0.1.0 fixture\n/);
  });

  it("reads what ingest wrote, with the same numbers", async () => {
    const { cli } = await user();
    expect((await cli("ingest", FLAGSHIP, "--out", "tables", "--quiet")).status).toBe(0);
    const numbers = async (folder: string) => {
      const { stdout } = await cli("report", folder, "--outcome", "avg_percent_occlusion", "--json");
      const { provenance, ...data } = JSON.parse(stdout);
      return { provenance, data };
    };
    const [files, memory] = [await numbers("tables"), await numbers(FLAGSHIP)];
    expect(files.data).toEqual(memory.data);
    expect(files.provenance.ingested_by).toMatch(/^\d+\.\d+\.\d+$/);
    expect(memory.provenance.ingested_by).toBeNull();
  });

  it("compares with a design, whose recipe it tells, or with another dataset", async () => {
    const { cwd, cli } = await user();
    const design = table({ exercise: ["UPPERCUT-LEFT", "PUSHUP"], lighting_power: [100, 20] });
    const recipe = JSON.stringify({ recipe: 1, plan: { op: "sample", seed: "s-9" } });
    await writeTable(design, join(cwd, "design.parquet"), { metadata: { recipe } });
    const asked = await cli("report", FLAGSHIP, "--compare", "design.parquet", "--json");
    const { comparison, provenance } = JSON.parse(asked.stdout);
    expect(comparison.kind).toBe("design");
    expect(comparison.design.drift).toMatchObject([{ parameter: "exercise", requested: "PUSHUP" }]);
    expect(provenance.seeds).toEqual(["s-9"]);
    await writeTable(design, join(cwd, "design.csv"));
    const csv = JSON.parse((await cli("report", FLAGSHIP, "--compare", "design.csv", "--json")).stdout);
    expect(csv.comparison).toEqual(comparison);
    const other = await cli("report", FLAGSHIP, "--compare", FLAGSHIP, "--json");
    expect(JSON.parse(other.stdout).comparison).toMatchObject({ kind: "dataset", drifted: false });
  });

  it("refuses options without effect before any work", async () => {
    const { cwd, cli } = await user();
    const refused = async (...args: string[]) => {
      const { status, stdout, stderr } = await cli("report", "nowhere", ...args);
      expect([status, stdout]).toEqual([2, ""]);
      return stderr;
    };
    expect(await refused("--paired-by", "state")).toContain(
      "--paired-by is for the effects on an outcome: name one with --outcome",
    );
    expect(await refused("--factor", "scene")).toContain("--factor is for the effects on an outcome");
    expect(await refused("--compare", "a", "--compare", "b")).toContain(
      "--compare is given twice, and takes one value",
    );
    expect(await refused("--by", "a", "--by", "b")).toContain("--by is given twice, and takes one value");
    expect(await refused("--out", "a.md", "--out", "./a.md")).toContain("--out is given ./a.md twice");
    expect(await readdir(cwd)).toEqual([]);
  });

  it("tells a file from a folder, and what cannot be written before any work", async () => {
    const { cwd, cli } = await user();
    await writeTable(table({ exercise: ["PUSHUP"] }), join(cwd, "study.parquet"));
    const wrong = async (...args: string[]) => {
      const { status, stdout, stderr } = await cli("report", ...args);
      expect([status, stdout]).toEqual([1, ""]);
      return stderr;
    };
    expect(await wrong("study.parquet")).toContain(
      "study.parquet is a file; a folder of a dataset is expected (--compare takes the file of a design)",
    );
    expect(await wrong(FLAGSHIP, "--compare", "nosuch.parquet")).toContain(
      "There is no file nosuch.parquet to compare to",
    );
    expect(await wrong(FLAGSHIP, "--compare", "nosuch")).toContain("there is no such folder");
    for (const path of ["study.parquet/a.html", "study.parquet/b/a.html"]) {
      const stderr = await wrong(FLAGSHIP, "--out", path);
      expect(stderr).toContain(`Cannot write "${path}": `);
      expect(stderr).toContain("study.parquet is not a folder");
      expect(stderr).not.toContain("draw");
    }
    await mkdir(join(cwd, "a.html"));
    const folder = await wrong(FLAGSHIP, "--out", "a.html", "--force");
    expect(folder).toContain('Cannot write "a.html": there is a folder of that name');
    expect((await readdir(cwd)).sort()).toEqual(["a.html", "study.parquet"]);
  });

  it("names what is wrong", async () => {
    const { cwd, cli } = await user();
    const wrong = async (...args: string[]) => {
      const { status, stdout, stderr } = await cli("report", ...args);
      expect(stdout).toBe("");
      return [status, stderr];
    };
    expect(await wrong()).toEqual([2, expect.stringContaining("report needs FOLDER")]);
    expect(await wrong(FLAGSHIP, "--out", "a.pdf")).toEqual([
      2,
      expect.stringContaining("--out must end with .html, .md or .json, got a.pdf"),
    ]);
    const both = await cli("report", FLAGSHIP, "--json", "--markdown");
    expect([both.status, both.stderr]).toEqual([2, expect.stringContaining("both print to stdout")]);
    expect(await wrong(FLAGSHIP, "--outcome", "num_frame")).toEqual([
      1,
      expect.stringContaining('no column "num_frame" for --outcome (did you mean "num_frames"?)'),
    ]);
    await mkdir(join(cwd, "empty"));
    await writeFile(join(cwd, "empty", "readme.txt"), "");
    expect(await wrong("empty")).toEqual([1, expect.stringContaining("empty")]);
    expect(await readdir(cwd)).toEqual(["empty"]);
  });
});
