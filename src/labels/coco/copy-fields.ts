import { inferColumnType } from "../../tables/infer-column-type.ts";
import { columnName } from "../column-name.ts";
import type { FileRows, Row } from "../file-rows.ts";
import { LABEL_SCHEMAS, type LabelTableName } from "../schemas.ts";

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
  const { always, known } = LABEL_SCHEMAS[table];
  for (const name of Object.keys(source)) {
    const value = source[name];
    if (value === null || value === undefined || skip.has(name)) continue;
    const column = columnName(name, { prefix: "label_", taken });
    if (typeof value === "object") {
      if (Array.isArray(value) && value.length === 0) continue;
      const declared = Object.hasOwn(always, column) || Object.hasOwn(known, column);
      if (declared && isTooDeep(value)) {
        rows.reportWrongType(`${path}.${name}`, "a scalar, a list or a matrix", value);
        continue;
      }
      if (!declared && (isTooDeep(value) || inferColumnType([value]) === null)) {
        const message = `"${name}" of ${table} is left out: only scalars, lists and matrices can be columns`;
        rows.reportOnce("unread_field", `${path}.${name}`, message);
        continue;
      }
    }
    if (name === "__proto__") {
      rows.reportOnce("renamed_field", `${path}.${name}`, `"${name}" of ${table} is column "${column}"`);
    }
    row[column] = value;
  }
}

/** Whether an array is deeper than a matrix, so that nothing has to follow it beyond the call stack. */
function isTooDeep(value: object): boolean {
  return Array.isArray(value) && value.some((row) => Array.isArray(row) && row.some(Array.isArray));
}
