import type { FlatColumn } from "../columns/flat-column.ts";
import type { FlatTable } from "../columns/flatten-table.ts";

/**
 * Why DuckDB cannot hold the names of columns and of the fields of structures, or null where it can: it takes capital and
 * small letters for the same, knows no empty names, and ends a name at a zero character.
 */
export function nameErrorOf(columns: FlatTable["columns"]): RangeError | null {
  return namesError(columns.map(({ name }) => name)) ?? first(columns, ({ column }) => fieldError(column));
}

function fieldError(column: FlatColumn): RangeError | null {
  if (column.kind === "lists") return fieldError(column.items);
  if (column.kind !== "structs") return null;
  return nameErrorOf(column.fields.map(([name, field]) => ({ name, column: field })));
}

/** Why DuckDB cannot hold some names apart, or null where it can. */
export function namesError(names: readonly string[]): RangeError | null {
  const seen = new Map<string, string>();
  return first(names, (name) => {
    if (name === "") return errorFor(name, "it is empty");
    if (name.includes("\0")) return errorFor(name, "it has a zero character in it");
    const other = seen.get(name.toLowerCase());
    seen.set(name.toLowerCase(), name);
    return other === undefined
      ? null
      : errorFor(name, `it differs from ${JSON.stringify(other)} in case only`);
  });
}

function errorFor(name: string, fault: string): RangeError {
  return new RangeError(`Cannot give DuckDB the name ${JSON.stringify(name)}: ${fault}, rename it before`);
}

function first<T>(items: readonly T[], find: (item: T) => RangeError | null): RangeError | null {
  for (const item of items) {
    const found = find(item);
    if (found !== null) return found;
  }
  return null;
}
