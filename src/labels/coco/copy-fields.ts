import type { ColumnType } from "../../tables/column-type.ts";
import { inferColumnType } from "../../tables/infer-column-type.ts";
import { columnName } from "../column-name.ts";
import type { FileRows, Row } from "../file-rows.ts";
import { LABEL_SCHEMAS, type LabelTableName } from "../schemas.ts";
import { type KeepIntegerOptions, keepInteger } from "./keep-integer.ts";
import { nearestNumbers } from "./nearest-number.ts";

/** Options of {@link copyFields}. */
export interface CopyFieldsOptions {
  table: LabelTableName;
  rows: FileRows;
  /** Fields that are read in another way. */
  skip: ReadonlySet<string>;
  /** Columns of the table that are not fields of the same name. */
  taken: ReadonlySet<string>;
  /** Where the object is in the file. */
  path: string;
}

/**
 * Copies the fields of a label object into a row: those of known columns, and others that are a scalar, a vector
 * or a matrix. What is nested otherwise is noted once a file. Null and the empty list are missing values.
 */
export function copyFields(row: Row, source: Readonly<Row>, options: CopyFieldsOptions): void {
  const { table, rows, skip, taken, path } = options;
  for (const name of Object.keys(source)) {
    let value = source[name];
    if (value === null || value === undefined || skip.has(name)) continue;
    const at = `${path}.${name}`;
    const column = columnName(name, { prefix: "label_", taken });
    const type = declaredType(table, column);
    if (typeof value === "object") {
      if (Array.isArray(value) && value.length === 0) continue;
      const tooDeep = isTooDeep(value);
      if (tooDeep && type !== undefined) {
        rows.reportWrongType(at, "a scalar, a list or a matrix", value);
        continue;
      }
      if (!tooDeep && Array.isArray(value)) value = roundedList(value, name, { rows, path: at });
      if (tooDeep || (type === undefined && inferColumnType([value]) === null)) {
        const message = `"${name}" of ${table} is left out: only scalars, lists and matrices can be columns`;
        rows.reportOnce("unread_field", at, message);
        continue;
      }
    }
    if (name === "__proto__") {
      rows.reportOnce("renamed_field", at, `"${name}" of ${table} is column "${column}"`);
    }
    row[column] = typeof value === "bigint" ? keepInteger(value, type, { rows, path: at }) : value;
  }
}

function declaredType(table: LabelTableName, column: string): ColumnType | undefined {
  const { always, known } = LABEL_SCHEMAS[table];
  if (Object.hasOwn(always, column)) return always[column];
  return Object.hasOwn(known, column) ? known[column] : undefined;
}

function roundedList(list: readonly unknown[], name: string, { rows, path }: KeepIntegerOptions): unknown {
  const rounded = nearestNumbers(list);
  if (rounded !== list) {
    const message = `Integers beyond 2^53 in "${name}" are rounded: lists hold floating point`;
    rows.reportOnce("unsafe_integer", path, message);
  }
  return rounded;
}

/** Whether an array is deeper than a matrix, so that nothing has to follow it beyond the call stack. */
function isTooDeep(value: object): boolean {
  return Array.isArray(value) && value.some((row) => Array.isArray(row) && row.some(Array.isArray));
}
