import type { FlatColumn } from "../columns/flat-column.ts";

interface Named {
  readonly name: string;
  readonly column: FlatColumn;
}

/**
 * Checks that DuckDB can hold names of columns and of the fields of structures: it takes capital and small letters for
 * the same, and ends a name at a zero character.
 *
 * @throws {RangeError} When it cannot; it names the names.
 */
export function checkNames(columns: readonly Named[]): void {
  checkApart(columns.map(({ name }) => name));
  for (const { column } of columns) checkFields(column);
}

function checkFields(column: FlatColumn): void {
  if (column.kind === "lists") checkFields(column.items);
  if (column.kind === "structs") checkNames(column.fields.map(([name, field]) => ({ name, column: field })));
}

function checkApart(names: readonly string[]): void {
  const seen = new Map<string, string>();
  for (const name of names) {
    const fault = name === "" ? "it is empty" : name.includes("\0") ? "it has a zero character in it" : null;
    if (fault !== null) throw unusable(name, fault);
    const key = name.toLowerCase();
    const other = seen.get(key);
    if (other !== undefined) throw unusable(name, `it differs from ${JSON.stringify(other)} in case only`);
    seen.set(key, name);
  }
}

function unusable(name: string, fault: string): RangeError {
  return new RangeError(`Cannot give DuckDB the name ${JSON.stringify(name)}: ${fault}, rename it before`);
}
