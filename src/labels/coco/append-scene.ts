import type { FileRows, Row } from "../file-rows.ts";
import { copyFields } from "./copy-fields.ts";
import { TAKEN_COLUMNS } from "./taken-columns.ts";

const NO_FIELDS: ReadonlySet<string> = new Set();

/** Appends what a file tells of the whole scene to `scenes`. */
export function appendScene(rows: FileRows, info: Readonly<Row>, { camera }: { camera: number }): void {
  const row: Row = { job_id: rows.jobId, camera };
  copyFields(row, info, {
    table: "scenes",
    rows,
    skip: NO_FIELDS,
    taken: TAKEN_COLUMNS.scenes,
    path: "$.info",
  });
  rows.append("scenes", row, () => "$.info");
}
