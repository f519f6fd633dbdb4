import type { ColumnType } from "../tables/column-type.ts";
import { describeValue } from "./describe-value.ts";
import type { LabelFile } from "./label-file-error.ts";
import { isLabelId, type LabelId } from "./label-id.ts";
import type { LabelTables } from "./label-tables.ts";
import type { ProblemCode } from "./problem.ts";
import { LABEL_SCHEMAS, type LabelTableName } from "./schemas.ts";

/** A row on its way into a table. */
export type Row = Record<string, unknown>;

/** Takes the rows and the problems of one file. */
export class FileRows {
  /** The job that the file belongs to. */
  readonly jobId: string;
  readonly #tables: LabelTables;
  readonly #file: string;
  readonly #reported = new Set<string>();

  constructor(tables: LabelTables, { jobId, file }: LabelFile) {
    this.jobId = jobId;
    this.#tables = tables;
    this.#file = file;
  }

  /** Notes a problem. */
  report(problem: ProblemCode, path: string, message: string): void {
    this.#tables.report({ job_id: this.jobId, file: this.#file, path, problem, message });
  }

  /** Notes a problem that many objects of the file share, at the first of them only. */
  reportOnce(problem: ProblemCode, path: string, message: string): void {
    if (this.#reported.has(message)) return;
    this.#reported.add(message);
    this.report(problem, path, message);
  }

  /**
   * Appends a row and notes the values that do not fit their columns.
   *
   * @param path Where the row's object is in the file; called only for problems.
   */
  append(table: LabelTableName, row: Row, path: () => string): void {
    const misfits = this.#tables.append(table, row);
    if (misfits.length === 0) return;
    const { always, known } = LABEL_SCHEMAS[table];
    for (const column of misfits) {
      const type = always[column] ?? known[column] ?? "string";
      const value = row[column];
      const wanted = typeof value === "bigint" && type === "int32" ? "an integer of 64 bits" : WANTED[type];
      this.reportWrongType(`${path()}.${column}`, wanted ?? type, value);
    }
  }

  /** Notes a value of the wrong kind; its row goes without it. */
  reportWrongType(path: string, wanted: string, value: unknown): void {
    const field = /[^.$]*$/.exec(path)?.[0];
    this.report("wrong_type", path, `"${field}" must be ${wanted}, got ${describeValue(value)}`);
  }

  /** The value of an id field; notes anything but an integer of 64 bits and gives null. */
  id(value: unknown, path: string): LabelId | null {
    if (isLabelId(value)) return value;
    this.reportWrongType(path, typeof value === "bigint" ? "an integer of 64 bits" : "an integer", value);
    return null;
  }
}

const WANTED: Partial<Record<ColumnType, string>> = {
  bool: "true or false",
  int32: "an integer",
  float64: "a number",
  string: "a string",
  "float64[]": "a list of numbers",
  "float64[][]": "a matrix of numbers",
};
