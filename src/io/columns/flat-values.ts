import type { FlatColumn, FlatLists, FlatNumbers, FlatStructs } from "./flat-column.ts";

/** Values of a flat column: `null` where missing, bigints of 64-bit integers, also of moments in microseconds. */
export type FlatValues = readonly unknown[] | Int32Array | Float64Array | BigInt64Array;

/** The values of a flat column, one by one; its own memory where that is the same. */
export function flatValues(column: FlatColumn): FlatValues {
  switch (column.kind) {
    case "numbers":
      return numberValues(column);
    case "strings":
      return column.values;
    case "codes":
      return Array.from(column.codes, (code) => column.values[code]);
    case "lists":
      return listValues(column);
    case "structs":
      return structValues(column);
  }
}

function numberValues({ values, valid }: FlatNumbers): FlatValues {
  if (values instanceof Uint8Array)
    return Array.from(values, (value, row) => (valid === null || valid[row] === 1 ? value === 1 : null));
  if (valid === null) return values;
  return Array.from<number | bigint, unknown>(values as Iterable<number | bigint>, (value, row) =>
    valid[row] === 1 ? value : null,
  );
}

function listValues({ offsets, items, valid }: FlatLists): unknown[] {
  const values = flatValues(items);
  return Array.from({ length: offsets.length - 1 }, (_, row) =>
    valid === null || valid[row] === 1 ? Array.from(values.slice(offsets[row], offsets[row + 1])) : null,
  );
}

function structValues({ length, fields, valid }: FlatStructs): unknown[] {
  const columns = fields.map(([name, field]) => [name, flatValues(field)] as const);
  return Array.from({ length }, (_, row) =>
    valid === null || valid[row] === 1
      ? Object.fromEntries(columns.map(([name, values]) => [name, values[row] ?? null]))
      : null,
  );
}
