import { columnName } from "../column-name.ts";
import { FileRows, type Row } from "../file-rows.ts";
import { type LabelFile, LabelFileError } from "../label-file-error.ts";
import type { LabelTables } from "../label-tables.ts";
import { LABEL_SCHEMAS } from "../schemas.ts";
import { CsvFault, type NumericCsv, parseNumericCsv } from "./parse-numeric-csv.ts";

const TAKEN: ReadonlySet<string> = new Set(["job_id", "sample"]);
const OPTIONAL: ReadonlySet<string> = new Set([
  ...["rep_count_from_start", "rep_count_from_intermediate", "ref_xy_rotation"],
]);
/** The columns that a file must have, and in which no cell may be empty. */
export const REQUIRED: ReadonlySet<string> = new Set(
  Object.keys(LABEL_SCHEMAS.imu.always).filter((name) => !TAKEN.has(name) && !OPTIONAL.has(name)),
);

/** Options of {@link readImuCsv}. */
export interface ReadImuCsvOptions extends LabelFile {
  /** The tables that the rows go to. */
  into: LabelTables;
}

/**
 * Reads the motion samples of a `data.csv` into `imu`. A first column without a name numbers the samples; without
 * it they are numbered from 0. An empty cell is a missing value. The file is read whole before the first row is
 * appended.
 *
 * @returns The number of samples.
 * @throws {LabelFileError} When a line does not have a number or an empty cell for each column, or the time or a part
 *   of the rotation matrix is missing.
 */
export function readImuCsv(text: string, options: ReadImuCsvOptions): number {
  const { jobId, file, into } = options;
  const { header, lines } = parse(text, options);
  for (const name of REQUIRED) {
    if (!header.includes(name)) throw wrong(options, 1, `no column "${name}"`);
  }
  const numbered = header[0] === "";
  const columns = header.map((name) => columnName(name, { prefix: "label_", taken: TAKEN }));
  if (numbered) {
    const index = lines.findIndex(([sample]) => !Number.isSafeInteger(sample));
    if (index >= 0) {
      throw wrong(
        options,
        index + 2,
        `the first cell must number the sample, got ${lines[index]?.[0] ?? "none"}`,
      );
    }
  }
  const rows = new FileRows(into, { jobId, file });
  for (const [index, cells] of lines.entries()) {
    const row: Row = { job_id: jobId, sample: numbered ? cells[0] : index };
    for (let column = numbered ? 1 : 0; column < columns.length; column++) {
      row[columns[column] ?? ""] = cells[column];
    }
    rows.append("imu", row, () => `line ${index + 2}`);
  }
  return lines.length;
}

function parse(text: string, file: LabelFile): NumericCsv {
  try {
    return parseNumericCsv(text, { complete: REQUIRED });
  } catch (error) {
    if (error instanceof CsvFault) throw wrong(file, error.line, error.message);
    throw error;
  }
}

function wrong({ jobId, file }: LabelFile, line: number, reason: string): LabelFileError {
  return new LabelFileError({ kind: "motion samples", jobId, file, path: `line ${line}`, reason });
}
