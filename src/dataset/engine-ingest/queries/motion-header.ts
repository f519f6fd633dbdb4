import { columnName } from "../../../labels/column-name.ts";
import { REQUIRED } from "../../../labels/imu/read-imu-csv.ts";

const TAKEN: ReadonlySet<string> = new Set(["job_id", "sample"]);
const NUMBER = String.raw` *([+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?|[nN][aA][nN]|-?[iI][nN][fF]) *`;
const MAYBE_NUMBER = `(${NUMBER}| *)`;
const SAMPLE = " *-?[0-9]{1,15} *";

/** The header line of a file of motion samples. */
export interface MotionHeader {
  line: string;
  /** Whether the first cell of each line is the number of the sample. */
  isNumbered: boolean;
  /** The columns of the cells; null where they are of none. */
  columns: readonly (string | null)[];
  /** What lines look like that SQL reads as the JavaScript reader does. */
  pattern: string;
}

/** What a header line says, which is one of a file that can be read. */
export function motionHeader(line: string): MotionHeader {
  const names = line.split(",").map((name) => name.trim());
  const isNumbered = names[0] === "";
  const cells = names.map((name, place) => {
    if (isNumbered && place === 0) return SAMPLE;
    return REQUIRED.has(name) ? NUMBER : MAYBE_NUMBER;
  });
  const columns = names.map((name, place) => (isNumbered && place === 0 ? null : motionColumn(name)));
  return { line, isNumbered, columns, pattern: `^${cells.join(",")}$` };
}

/** The column of `imu` that a name in a header is. */
export function motionColumn(name: string): string {
  return columnName(name, { prefix: "label_", taken: TAKEN });
}
