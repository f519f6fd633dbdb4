import type { ColumnTable } from "arquero";
import type { Cell } from "./cell.ts";
import { jsonItem } from "./json-item.ts";
import { type DanfoFrame, type DanfoModule, type DanfoType, loadDanfo } from "./load-danfo.ts";
import { type CellColumn, tableCells } from "./table-cells.ts";

/** Options of {@link toDanfo}. */
export interface ToDanfoOptions<F> {
  /**
   * The danfo library, where it is not to be loaded by its name, as in Deno and browsers.
   * @default `danfojs-node`, loaded on the first call
   */
  danfo?: DanfoModule<F> | undefined;
}

/** Members of frames that danfo itself reads, which a column of the same name would hide. */
function checkName(name: string, prototype: object): void {
  let hidden = name.startsWith("$");
  for (let holder: object | null = prototype; holder !== null; holder = Object.getPrototypeOf(holder)) {
    hidden ||= Object.getOwnPropertyDescriptor(holder, name)?.get !== undefined;
  }
  if (hidden) throw new RangeError(`Cannot name a column of a danfo frame "${name}": rename it before`);
}

function toNumber(cell: Cell, { name }: CellColumn): number {
  const number = cell === null ? Number.NaN : Number(cell);
  if (typeof cell !== "bigint" || Number.isSafeInteger(number)) return number;
  throw new RangeError(`Cannot put ${cell} of column "${name}" into a danfo frame: it exceeds 2^53`);
}

interface DanfoColumn {
  type: DanfoType;
  values: unknown[];
}

function danfoColumn(column: CellColumn): DanfoColumn {
  const { type, cells } = column;
  if (type === "bool") return { type: "boolean", values: cells };
  if (type === "string") return { type, values: cells };
  if (type === "int32" || type === "float64" || type === "int64") {
    const values = cells.map((cell) => toNumber(cell, column));
    // danfo computes with 32 bits in `int32` columns: larger numbers would come out wrong, not only inexact.
    const isInt = type !== "float64" && values.every((value) => Number.isNaN(value) || (value | 0) === value);
    return { type: isInt ? "int32" : "float32", values };
  }
  return { type: "string", values: cells.map(toText) };
}

function toText(cell: Cell): string | null {
  if (cell === null) return null;
  return cell instanceof Date ? cell.toISOString() : JSON.stringify(cell, jsonItem);
}

/**
 * A table as a frame of danfo, with the rows the table shows (its filter and order apply). Integers of 32 bits become
 * `int32`, other numbers `float32`, as danfo calls all of them (it holds them in full, and computes some things in
 * 32 bits), booleans `boolean`, text `string`; lists become JSON text. A missing number is `NaN`, as danfo would
 * compute with `null` as 0; other missing values are `null`.
 *
 * @throws {TypeError} When a column holds values of no common type.
 * @throws {RangeError} When a 64-bit integer exceeds what numbers hold exactly, or a column has the name of a property
 * that frames need (`columns`, `index`, `shape`, `values` …, or one that starts with `$`). Columns named like a method
 * (`sum`) are kept and hide the method.
 * @throws {InfinityFramesError} When `danfojs-node` cannot be loaded; the message says how to install it.
 * @example
 * With `danfojs-node` installed, `await toDanfo(table)` is a frame of it. Any other class that takes rows and types as
 * its frames do can be given:
 * ```ts
 * class DataFrame {
 *   constructor(
 *     readonly values: unknown[][],
 *     readonly options: { columns: string[]; dtypes: string[] },
 *   ) {}
 * }
 * const frame = await toDanfo(grid({ num_reps: [1, 2, 3] }), { danfo: { DataFrame } });
 * frame.options; // { columns: ["num_reps"], dtypes: ["int32"] }
 * frame.values; // [[1], [2], [3]]
 * ```
 */
export async function toDanfo<F = DanfoFrame>(
  table: ColumnTable,
  { danfo }: ToDanfoOptions<F> = {},
): Promise<F> {
  const { DataFrame } = danfo ?? ((await loadDanfo()) as DanfoModule<F>);
  const columns = tableCells(table);
  for (const { name } of columns) checkName(name, DataFrame.prototype as object);
  const converted = columns.map(danfoColumn);
  const rows = Array.from({ length: table.numRows() }, (_, row) =>
    converted.map(({ values }) => values[row]),
  );
  return new DataFrame(rows, {
    columns: columns.map(({ name }) => name),
    dtypes: converted.map(({ type }) => type),
  });
}
