import type { Engine, StatementOptions } from "../../../engine/engine.ts";
import { literalPath } from "../../../engine/spark/sources/spark-path.ts";
import { makeColumn } from "../../../tables/make-column.ts";
import { makeTable } from "../../../tables/make-table.ts";
import { isMissingFile } from "../../engine-dataset-errors.ts";
import { fileBelow } from "../../engine-folder.ts";
import { exactJson, parseExactJson } from "../../ingest/exact-json.ts";
import type { JobRecord } from "../../ingest/job-record.ts";
import { type Manifest, manifestText, parseManifest } from "../../ingest/manifest.ts";
import type { EngineContext } from "../engine-context.ts";
import { registerRows } from "../register-rows.ts";

/** The characters of a manifest that go with one row. */
const PIECE = 2 ** 20;

/** What an ingest has written to an address. */
export interface AddressCommit {
  /** Its number; the highest one counts. */
  number: number;
  manifest: Manifest;
  /** The folder of what is known of its jobs. */
  records: string;
}

/** Reads the newest list of tables that an ingest has written to an address; null where there is none. */
export async function readCommit(
  engine: Engine,
  folder: string,
  options: StatementOptions,
): Promise<AddressCommit | null> {
  const path = fileBelow(folder, ".infinity/ingest/commits");
  const commits = `parquet.\`${literalPath(path).replaceAll("`", "``")}\``;
  const newest = `SELECT max(number) FROM ${commits}`;
  const query = `SELECT number, text FROM ${commits} WHERE number = (${newest}) ORDER BY piece`;
  try {
    const rows = (await engine.query(query, undefined, options).toTable()).objects();
    const pieces = rows.map((row) => row as { number: number; text: string });
    if (pieces.length === 0) return null;
    const text = pieces.map((piece) => piece.text).join("");
    const end = text.indexOf("\n");
    const manifest = parseManifest(text.slice(end + 1), { path, folder });
    return { number: Number(pieces[0]?.number), records: text.slice(0, end), manifest };
  } catch (error) {
    if (isMissingFile(error)) return null;
    throw error;
  }
}

/** Reads what is known of the jobs of a commit. */
export async function readRecords(
  engine: Engine,
  { folder, records }: { folder: string; records: string },
  options: StatementOptions,
): Promise<JobRecord[]> {
  await engine.registerDataset(
    { job_records: { format: "parquet", files: [fileBelow(folder, records)] } },
    options,
  );
  const query = "SELECT line FROM job_records ORDER BY place";
  const rows = (await engine.query(query, undefined, options).toTable()).objects();
  return rows.map((row) => parseExactJson((row as { line: string }).line) as JobRecord);
}

/**
 * Makes tables those of an address: with one file, which is there or not. What is known of the jobs is written before.
 */
export async function writeCommit(
  context: EngineContext,
  folder: string,
  commit: AddressCommit & { jobs: readonly JobRecord[] },
): Promise<void> {
  const { number, manifest, records, jobs } = commit;
  const { engine, progress, signal } = context;
  const options = progress.statement(signal);
  const places = (length: number) =>
    makeColumn(
      "int32",
      Array.from({ length }, (_, place) => place),
    );
  const lines = jobs.map((record) => exactJson(record));
  const known = makeTable([
    ["place", places(lines.length)],
    ["line", makeColumn("string", lines)],
  ]);
  await registerRows("job_lines", known, context, 10_000);
  const target = fileBelow(folder, records);
  await engine.writeTable("SELECT * FROM job_lines", { path: target, mode: "overwrite", ...options });

  const text = `${records}\n${manifestText(manifest)}`;
  const pieces = Array.from({ length: Math.ceil(text.length / PIECE) }, (_, i) =>
    text.slice(i * PIECE, (i + 1) * PIECE),
  );
  const rows = makeTable([
    [
      "number",
      makeColumn(
        "int64",
        pieces.map(() => number),
      ),
    ],
    ["piece", places(pieces.length)],
    ["text", makeColumn("string", pieces)],
  ]);
  await registerRows("commit_pieces", rows, context, 20);
  await engine.writeTable("SELECT /*+ COALESCE(1) */ * FROM commit_pieces", {
    path: fileBelow(folder, ".infinity/ingest/commits"),
    mode: "append",
    ...options,
  });
}
