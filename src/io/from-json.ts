import type { ColumnTable } from "arquero";
import type { ColumnLike } from "../tables/column-type-of.ts";
import { inferColumnType } from "../tables/infer-column-type.ts";
import { makeColumn } from "../tables/make-column.ts";
import { makeTable } from "../tables/make-table.ts";
import { isRecord } from "../util/is-record.ts";
import { TableReadError } from "./table-read-error.ts";

/**
 * Reads JSON text as a table: an array of objects, one a row, or an object of columns, arrays of one length. What a row
 * leaves out is missing.
 *
 * @param path The file that the text is of, for messages.
 */
export function fromJson(text: string, path: string): ColumnTable {
  const value = parseJson(text, { path });
  if (Array.isArray(value)) return fromRows(value, path, (row) => `row ${row}`);
  if (!isRecord(value))
    throw new TableReadError({ path, reason: "an array of objects is needed, one a job" });
  const columns = Object.entries(value);
  const lists = columns.map(([, values]) => values).filter(Array.isArray);
  if (lists.length === 0) {
    throw new TableReadError({
      path,
      reason: "an array of objects is needed, one a job; put the object into [ ]",
    });
  }
  const rows = lists[0]?.length ?? 0;
  return makeTable(
    columns.map(([name, values]) => {
      if (Array.isArray(values) && values.length === rows) return [name, columnOf(values)];
      const reason = `of an object of columns, each must be an array of ${rows} values, ${JSON.stringify(name)} is not`;
      throw new TableReadError({ path, reason });
    }),
  );
}

/** Reads JSON lines as a table: an object on each line that is not empty, one a row. */
export function fromJsonLines(text: string, path: string): ColumnTable {
  const lines = text.split("\n").map((line, i) => ({ line: i + 1, text: line.trim() }));
  const filled = lines.filter((each) => each.text !== "");
  const rows = filled.map((each) => parseJson(each.text, { path, line: each.line }));
  return fromRows(rows, path, (row) => `line ${filled[row]?.line}`);
}

function parseJson(text: string, { path, line = null }: { path: string; line?: number | null }): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const reason = text.trim() === "" ? "it is empty" : `not JSON: ${(cause as Error).message}`;
    throw new TableReadError({ path, line, reason }, { cause });
  }
}

function fromRows(rows: readonly unknown[], path: string, place: (row: number) => string): ColumnTable {
  const columns = new Map<string, unknown[]>();
  rows.forEach((record, row) => {
    if (!isRecord(record)) throw new TableReadError({ path, reason: `${place(row)} must be an object` });
    for (const name of Object.keys(record)) {
      const values = columns.get(name) ?? new Array<unknown>(rows.length).fill(null);
      values[row] = record[name];
      columns.set(name, values);
    }
  });
  if (columns.size === 0) throw new TableReadError({ path, reason: "it holds no column" });
  return makeTable([...columns].map(([name, values]) => [name, columnOf(values)]));
}

/** Values of no common type stay as they are, for validation to report. */
function columnOf(values: unknown[]): ColumnLike {
  const type = inferColumnType(values, { integers: true });
  return type === null ? values : makeColumn(type, values);
}
