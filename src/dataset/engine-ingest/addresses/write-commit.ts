import { makeColumn } from "../../../tables/make-column.ts";
import { makeTable } from "../../../tables/make-table.ts";
import { fileBelow } from "../../engine-folder.ts";
import { exactJson } from "../../ingest/exact-json.ts";
import type { JobRecord } from "../../ingest/job-record.ts";
import { manifestText } from "../../ingest/manifest.ts";
import type { EngineContext } from "../engine-context.ts";
import { registerRows } from "../register-rows.ts";
import type { AddressCommit } from "./read-commit.ts";

/** The characters of a manifest that go with one row. */
const PIECE = 2 ** 20;

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
