import { copyFields } from "./copy-fields.ts";
import type { FileRows, Row } from "./file-rows.ts";

const TAKEN: ReadonlySet<string> = new Set(["job_id", "camera"]);
const NONE: ReadonlySet<string> = new Set();

/** Appends the row of a label file's `info` to `scenes`. */
export function appendScene(rows: FileRows, info: Readonly<Row>, { camera }: { camera: number }): void {
  const row: Row = { job_id: rows.jobId, camera };
  copyFields(row, info, { table: "scenes", rows, skip: NONE, taken: TAKEN, path: "$.info" });
  rows.append("scenes", row, () => "$.info");
}
