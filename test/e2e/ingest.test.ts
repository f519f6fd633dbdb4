import { cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openDataset } from "../../src/dataset/open-dataset.ts";
import { inspectFile } from "../../src/io/inspect-file.ts";
import { makeZip } from "../util/make-zip.ts";
import { plainRows } from "../util/plain-rows.ts";
import { readParquetEverywhere } from "../util/read-parquet-everywhere.ts";
import { runCli } from "../util/run-cli.ts";
import { sharedPath } from "../util/shared.ts";
import { temporaryFolder } from "../util/temporary-folder.ts";

const spills = sharedPath("samples/spills-basic");
const imu = sharedPath("samples/imu-random-motion");
type Row = Record<string, unknown>;

async function readTable(folder: string, name: string): Promise<Row[]> {
  const rows: Row[] = [];
  for (const file of (await readdir(join(folder, name))).sort()) {
    const { hyparquet, duckdb, parquetjs } = await readParquetEverywhere(join(folder, name, file));
    expect(duckdb).toEqual(hyparquet);
    expect(parquetjs).toEqual(hyparquet);
    rows.push(...hyparquet);
  }
  return rows;
}

describe.skipIf(spills === null)("ingest of the published spills", () => {
  it("gives the known counts and sums, in every reader", async () => {
    const out = join(await temporaryFolder(), "out");
    const { status, stdout, stderr } = await runCli("ingest", spills!, "--out", out, "--polygons");
    expect([status, stdout]).toEqual([0, ""]);
    expect(stderr).toMatch(/^ *153 +images +/m);
    expect(stderr).toMatch(/^ *306 +annotations +/m);
    expect(await readTable(out, "jobs")).toMatchObject([{ job_id: "00000", num_frames: 153, color: "red" }]);
    const images = await readTable(out, "images");
    expect([images.length, images.filter((row) => row.spill_visible).length]).toEqual([153, 151]);
    const annotations = await readTable(out, "annotations");
    const boxes = annotations.filter((row) => row.bbox_w !== null);
    expect([annotations.length, boxes.length]).toEqual([306, 294]);
    expect(boxes.reduce((sum, row) => sum + (row.area as number), 0)).toBeCloseTo(30513256.0376, 3);
    const dataset = await openDataset(spills!, { polygons: true });
    for (const [name, table] of dataset.tables())
      expect(await readTable(out, name)).toEqual(plainRows(table));
  });
});

describe.skipIf(imu === null)("ingest of the published motion", () => {
  it("gives 146 samples, each a proper rotation", async () => {
    const out = join(await temporaryFolder(), "out");
    expect((await runCli("ingest", imu!, "--out", out)).status).toBe(0);
    const samples = await readTable(out, "imu");
    expect(samples).toHaveLength(146);
    for (const row of samples) {
      const m = [1, 2, 3].map((i) => [1, 2, 3].map((j) => row[`rotation_matrix_m${i}${j}`] as number));
      const dot = (a: number, b: number) => [0, 1, 2].reduce((sum, k) => sum + m[a]![k]! * m[b]![k]!, 0);
      for (const a of [0, 1, 2]) for (const b of [0, 1, 2]) expect(dot(a, b)).toBeCloseTo(a === b ? 1 : 0, 5);
      const cofactor = (j: number, k: number) => m[1]![j]! * m[2]![k]! - m[1]![k]! * m[2]![j]!;
      const [x, y, z] = m[0] as [number, number, number];
      expect(x * cofactor(1, 2) - y * cofactor(0, 2) + z * cofactor(0, 1)).toBeCloseTo(1, 5);
    }
  });
});

const LABELS = {
  info: {},
  categories: [{ id: 0, name: "person", color: [0, 0, 0] }],
  images: [{ id: 3, width: 10, height: 10, frame_number: 0 }],
  annotations: [{ id: 1, image_id: 3, category_id: 0, iscrowd: 0, bbox: [1, 2, 3, 4], area: 12 }],
};

async function dataset(): Promise<{ folder: string; out: string }> {
  const folder = await temporaryFolder();
  const data = join(folder, "data");
  await mkdir(data);
  for (const number of ["00000", "00001"]) {
    await writeFile(join(data, `${number}_params.json`), JSON.stringify({ params: { num_reps: "14" } }));
    await writeFile(join(data, `${number}_labels.json`), JSON.stringify(LABELS));
  }
  return { folder: data, out: join(folder, "out") };
}

describe("ingest", () => {
  it("prints what it wrote as JSON when asked to", async () => {
    const { folder, out } = await dataset();
    const { status, stdout } = await runCli("ingest", folder, "--out", out, "--format", "csv", "--json");
    expect(status).toBe(0);
    const { tables, problems } = JSON.parse(stdout);
    expect(tables[0]).toEqual({ table: "jobs", path: join(out, "jobs.csv"), rows: 2 });
    expect(problems).toBe(0);
    expect(await readFile(join(out, "annotations.csv"), "utf8")).toContain(
      "\n00000,0,3,0,1,0,person,0,1,2,3,4,12",
    );
  });

  it("reads several folders together", async () => {
    const { folder, out } = await dataset();
    await cp(folder, `${folder}2`, { recursive: true });
    expect((await runCli("ingest", folder, `${folder}2`, "--out", out)).status).toBe(0);
    const ids = (await readTable(out, "jobs")).map((row) => row.job_id);
    expect(ids).toEqual(["data/00000", "data/00001", "data2/00000", "data2/00001"]);
  });

  it.each([
    ["no JSON", '{"images": [', /00001_labels\.json/],
    ["no images", JSON.stringify({ ...LABELS, images: undefined }), /"images" must be an array/],
  ])("lists a job whose labels have %s, reads the others and ends with status 3", async (_, text, reason) => {
    const { folder, out } = await dataset();
    await writeFile(join(folder, "00001_labels.json"), text);
    const { status, stderr } = await runCli("ingest", folder, "--out", out);
    expect(status).toBe(3);
    expect(stderr).toContain("1 problem");
    expect((await readTable(out, "jobs")).map((row) => row.status)).toEqual(["completed", "failed"]);
    const [problem] = await readTable(out, "problems");
    expect(problem).toMatchObject({ job_id: "00001", file: expect.stringContaining("00001_labels.json") });
    expect(problem!.message).toMatch(reason);
    expect(await readTable(out, "images")).toHaveLength(1);
  });

  it("stops at the first such file when told to be strict, and writes nothing", async () => {
    const { folder, out } = await dataset();
    await writeFile(join(folder, "00001_labels.json"), "[]");
    const { status, stderr } = await runCli("ingest", folder, "--out", out, "--strict");
    expect(status).toBe(1);
    expect(stderr).toMatch(/^infinity-frames: .*00001_labels\.json/m);
    expect(await readdir(out)).toEqual([".infinity"]);
  });

  it.each(["csv", "parquet"])("does not replace tables without --force: %s", async (format) => {
    const { folder, out } = await dataset();
    const [name, ...file] = format === "csv" ? ["images.csv"] : ["images", "mine.parquet"];
    await mkdir(join(out, ...(file.length > 0 ? [name!] : [])), { recursive: true });
    await writeFile(join(out, name!, ...file), "precious");
    const refused = await runCli("ingest", folder, "--out", out, "--format", format);
    expect(refused.status).toBe(1);
    expect(refused.stderr).toMatch(/images.*pass --force to replace it/);
    expect(await readdir(out)).toEqual([name]);
    expect(await readFile(join(out, name!, ...file), "utf8")).toBe("precious");
    expect((await runCli("ingest", folder, "--out", out, "--format", format, "--force")).status).toBe(0);
    if (format === "csv") expect(await readFile(join(out, "images.csv"), "utf8")).toMatch(/^job_id,/);
    else expect(await readTable(out, "images")).toHaveLength(2);
  });

  it("refuses what only Parquet has for other formats", async () => {
    const { folder, out } = await dataset();
    const { status, stderr } = await runCli(
      "ingest",
      folder,
      "--out",
      out,
      "--format",
      "csv",
      "--workers",
      "2",
    );
    expect(status).toBe(2);
    expect(stderr).toContain("--workers is for --format parquet, not for csv");
  });

  it("lays files out by columns of jobs, and reads only what is new", async () => {
    const { folder, out } = await dataset();
    const args = ["ingest", folder, "--out", out, "--partition-by", "num_reps", "--json", "--quiet"];
    const first = JSON.parse((await runCli(...args)).stdout);
    expect(first.jobs).toEqual({ read: 2, kept: 0, removed: 0, quarantined: [] });
    expect(await readdir(join(out, "images"))).toEqual(["num_reps=_14"]);
    await rm(join(folder, "00000_params.json"));
    await rm(join(folder, "00000_labels.json"));
    const again = JSON.parse((await runCli(...args, "--workers", "1", "--memory", "64MB")).stdout);
    expect(again.jobs).toEqual({ read: 0, kept: 1, removed: 1, quarantined: [] });
    expect(again.tables.find((each: Row) => each.table === "images").rows).toBe(1);
  });

  it("reads archives as they are, and compresses files as asked for", async () => {
    const zips = await temporaryFolder();
    const labels = JSON.stringify({ info: {}, categories: [], images: [{ id: 1 }], annotations: [] });
    const zip = makeZip([
      { name: "a/job.json", data: '{"params":{}}' },
      { name: "a/labels.json", data: labels },
    ]);
    await writeFile(join(zips, "a.zip"), zip);
    await writeFile(join(zips, "b.zip"), zip.subarray(0, 50));
    const out = join(zips, "out");
    const args = ["--from-zips", "--compression", "zstd", "--json", "--quiet"];
    const { status, stdout } = await runCli("ingest", zips, "--out", out, ...args);
    expect(status).toBe(3);
    const { jobs, tables } = JSON.parse(stdout);
    expect(jobs).toMatchObject({ read: 2, quarantined: [{ jobId: "b", file: "b.zip" }] });
    expect(tables.find((each: Row) => each.table === "images").rows).toBe(1);
    const [file = ""] = await readdir(join(out, "images"));
    expect((await inspectFile(join(out, "images", file))).compression).toEqual(["zstd"]);
  });

  it.each([
    [["ingest"], "ingest needs FOLDER, the folder to read"],
    [["ingest", "x"], "ingest needs --out DIR, the folder to write to"],
    [
      ["ingest", "x", "--out", "y", "--format", "xlsx"],
      "--format must be one of parquet, arrow, csv, got xlsx",
    ],
    [["ingest", "x", "--out", "y", "--memory", "much"], "--memory must be a size such as"],
    [["ingest", "x", "--out", "y", "--memory", "1MB"], "--memory must be 1048576 bytes or more, got 1MB"],
    [["ingest", "x", "--out", "y", "--partition-by", "scene,"], "with commas between them, got scene,"],
    [
      ["ingest", "x", "--out", "y", "--compression", "lz4"],
      "--compression must be one of snappy, zstd, none, got lz4",
    ],
    [["ingest", "x", "--oot", "y"], "There is no option --oot for ingest (did you mean --out?)"],
    [["emulator", "--port", "x"], "--port must be a number from 0 to 65535, got x"],
    [["emulator", "--speed", "0"], "--speed must be a number above 0, got 0"],
    [["emulator", "--failures", "2"], "--failures must be a share from 0 to 1, got 2"],
    [["emulator", "--quota", "-1"], "--quota must be a whole number of at least 0, got -1"],
    [["emulator", "--quota", "1.5"], "--quota must be a whole number of at least 0, got 1.5"],
    [["nope"], 'There is no command "nope"'],
  ])("ends with status 2 for %j", async (args, message) => {
    const { status, stderr, stdout } = await runCli(...args);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(message);
  });

  it("names a folder that is not there, or holds no jobs", async () => {
    const folder = await temporaryFolder();
    for (const path of [folder, join(folder, "nope")]) {
      const { status, stderr } = await runCli("ingest", path, "--out", join(folder, "out"));
      expect(status).toBe(1);
      expect(stderr).toContain(path);
    }
    await writeFile(join(folder, "job.ZIP"), "");
    const { stderr } = await runCli("ingest", folder, "--out", join(folder, "out"));
    expect(stderr).toContain("ingest reads archives with --from-zips");
    await writeFile(join(folder, "job.json"), "{}");
    const job = await runCli("ingest", folder, "--out", join(folder, "out"));
    expect(job.stderr).toContain("it is the folder of one job, give the one around it");
  });
});
