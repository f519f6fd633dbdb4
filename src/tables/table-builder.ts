import { type ColumnTable, table } from "arquero";
import { AnyBuilder } from "./builders/any-builder.ts";
import { builderOf } from "./builders/builder-of.ts";
import type { ColumnBuilder } from "./builders/column-builder.ts";
import type { Schema } from "./column-type.ts";
import type { ColumnLike } from "./column-type-of.ts";

const NONE: readonly string[] = [];

/** A place among the rows of a table that is being built. */
export interface TableMark {
  readonly rows: number;
  readonly columns: number;
}

/**
 * Collects rows into a table, column by column. Declared columns come first and always exist; others follow as rows
 * bring them.
 */
export class TableBuilder {
  readonly #columns: Map<string, ColumnBuilder>;
  #rows = 0;

  /** @param schema The declared columns, in order. */
  constructor(schema: Schema) {
    this.#columns = new Map(Object.entries(schema).map(([name, type]) => [name, builderOf(type)]));
  }

  /** The number of rows so far. */
  get numRows(): number {
    return this.#rows;
  }

  /** About how much memory the rows take. */
  get bytes(): number {
    let bytes = 0;
    for (const column of this.#columns.values()) bytes += column.bytes;
    return bytes;
  }

  /**
   * Appends one row; a column that the row does not name is missing (`null`) in it.
   *
   * @returns The declared columns whose value did not fit their type and was left missing.
   */
  append(row: Readonly<Record<string, unknown>>): readonly string[] {
    let misfits = NONE;
    for (const name of Object.keys(row)) {
      const value = row[name];
      if (value === undefined || value === null) continue;
      if (!this.column(name).set(this.#rows, value)) misfits = [...misfits, name];
    }
    this.#rows++;
    return misfits;
  }

  /** The builder of a column, which is added where there is none yet, for callers that set the values themselves. */
  column(name: string): ColumnBuilder {
    let column = this.#columns.get(name);
    if (column === undefined) {
      column = new AnyBuilder();
      this.#columns.set(name, column);
    }
    return column;
  }

  /** Makes room for so many rows in the columns that have values. */
  reserve(rows: number): void {
    for (const column of this.#columns.values()) if (column.length > 0) column.reserve?.(rows);
  }

  /** Adds rows whose values were set in the builders of {@link column}. */
  addRows(count: number): void {
    this.#rows += count;
  }

  /** Whether no row has a value in a column. */
  isEmpty(name: string): boolean {
    return (this.#columns.get(name)?.length ?? 0) === 0;
  }

  /** The place after the last row. */
  mark(): TableMark {
    return { rows: this.#rows, columns: this.#columns.size };
  }

  /** Takes back the rows and columns that came after a mark. */
  truncate({ rows, columns }: TableMark): void {
    for (const name of [...this.#columns.keys()].slice(columns)) this.#columns.delete(name);
    for (const column of this.#columns.values()) column.truncate(rows);
    this.#rows = rows;
  }

  /** The undeclared columns whose values have no common type; {@link toTable} makes them strings. */
  mixedColumns(): string[] {
    return [...this.#columns]
      .filter(([, column]) => column instanceof AnyBuilder && column.isMixed)
      .map(([name]) => name);
  }

  /** The rows so far as a table. */
  toTable(): ColumnTable {
    const entries = Array.from(this.#columns, ([name, column]): [string, ColumnLike] => {
      return [name, column.finish(this.#rows)];
    });
    return table(entries);
  }
}
