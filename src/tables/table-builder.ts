import { type ColumnTable, table } from "arquero";
import type { ColumnType, Schema } from "./column-type.ts";
import type { ColumnLike } from "./column-type-of.ts";
import { fitsType } from "./fits-type.ts";
import { inferColumnType } from "./infer-column-type.ts";
import { makeColumn } from "./make-column.ts";

const NONE: readonly string[] = [];

/** Collects rows into a table. Declared columns come first and always exist; others follow as rows bring them. */
export class TableBuilder {
  readonly #schema: Map<string, ColumnType>;
  readonly #columns = new Map<string, unknown[]>();
  #rows = 0;

  /** @param schema The declared columns, in order. */
  constructor(schema: Schema) {
    this.#schema = new Map(Object.entries(schema));
    for (const name of this.#schema.keys()) this.#columns.set(name, []);
  }

  /** The number of rows so far. */
  get numRows(): number {
    return this.#rows;
  }

  /**
   * Appends one row; a column that the row does not name is missing (`null`) in it.
   *
   * @returns The declared columns whose value did not fit their type and was left missing.
   */
  append(row: Readonly<Record<string, unknown>>): readonly string[] {
    let misfits = NONE;
    for (const name of Object.keys(row)) {
      let value = row[name];
      if (value === undefined || value === null) continue;
      const type = this.#schema.get(name);
      if (type !== undefined && !fitsType(value, type)) {
        misfits = [...misfits, name];
        value = null;
      }
      this.#column(name).push(value);
    }
    this.#rows++;
    return misfits;
  }

  /** The undeclared columns whose values have no common type; {@link toTable} makes them strings. */
  mixedColumns(): string[] {
    const undeclared = [...this.#columns].filter(([name]) => !this.#schema.has(name));
    return undeclared
      .filter(([, values]) => inferColumnType(values, { integers: true }) === null)
      .map(([name]) => name);
  }

  /** The rows so far as a table. */
  toTable(): ColumnTable {
    const entries: [string, ColumnLike][] = [];
    for (const name of this.#columns.keys()) {
      const values = this.#column(name);
      const type = this.#schema.get(name);
      entries.push([
        name,
        type === undefined ? undeclared(values.slice()) : makeColumn(type, values.slice()),
      ]);
    }
    return table(entries);
  }

  #column(name: string): unknown[] {
    let values = this.#columns.get(name);
    if (values === undefined) {
      values = [];
      this.#columns.set(name, values);
    }
    while (values.length < this.#rows) values.push(null);
    return values;
  }
}

function undeclared(values: unknown[]): ColumnLike {
  const type = inferColumnType(values, { integers: true });
  if (type !== null) return makeColumn(type, values);
  return makeColumn(
    "string",
    values.map((value) => (value === null ? null : toText(value))),
  );
}

function toText(value: unknown): string {
  return typeof value === "string" || typeof value === "bigint" ? String(value) : JSON.stringify(value);
}
