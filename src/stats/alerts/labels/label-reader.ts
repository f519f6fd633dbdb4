import type { ColumnTable } from "arquero";
import type { Dialect } from "../../../engine/dialect/dialect.ts";
import { sql } from "../../../engine/sql.ts";
import { isRecord } from "../../../util/is-record.ts";
import { castColumn } from "../../labels/label-columns.ts";
import { labelTables } from "../../labels/label-tables.ts";
import type { SqlSource } from "../../sql-source.ts";

/** The tables of labels in memory; what is left out is not looked at. */
export interface LabelTablesInMemory {
  images?: ColumnTable | undefined;
  annotations?: ColumnTable | undefined;
  categories?: ColumnTable | undefined;
}

/** One row of a query's result. */
export type LabelRow = Readonly<Record<string, unknown>>;

/** Runs queries over labels, wherever they are. */
export interface LabelReader {
  readonly dialect: Dialect;
  has(table: keyof LabelTablesInMemory): boolean;
  /** The rows of a SELECT. */
  rows(query: string): Promise<LabelRow[]>;
  /** SQL for a column of numbers of `annotations`: NULL where there is none, or what a row has is no number. */
  number(column: string): string;
}

/**
 * Makes a reader of a dataset or of tables in memory.
 *
 * @throws {TypeError} When it is neither.
 */
export async function labelReader(
  source: SqlSource | LabelTablesInMemory,
  { signal }: { signal?: AbortSignal | undefined },
): Promise<LabelReader> {
  const limits = signal === undefined ? {} : { signal };
  if (!isRecord(source)) {
    throw new TypeError(
      `labelAlerts needs a dataset, or tables { images, annotations, categories }, got ${String(source)}`,
    );
  }
  const isSource = isSqlSource(source);
  const asked = isSource ? source : memorySource(given(source));
  const has = (name: keyof LabelTablesInMemory): boolean => isSource || source[name] !== undefined;
  const tables = await labelTables(asked, has("annotations") ? ["annotations"] : [], limits);
  return {
    dialect: tables.dialect,
    has,
    rows: async (query) => (await asked.sql(query, undefined, limits)).objects() as LabelRow[],
    number: (column) => castColumn("annotations", column, { kind: "number", tables }),
  };
}

function memorySource(tables: Record<string, ColumnTable>): SqlSource {
  return { sql: (query, params, limits) => sql(query, { ...limits, tables, params }) };
}

function isSqlSource(source: SqlSource | LabelTablesInMemory): source is SqlSource {
  return typeof (source as Partial<SqlSource>).sql === "function";
}

function given(source: LabelTablesInMemory): Record<string, ColumnTable> {
  const { images, annotations, categories } = source;
  return Object.fromEntries(
    Object.entries({ images, annotations, categories }).filter(
      (entry): entry is [string, ColumnTable] => entry[1] !== undefined,
    ),
  );
}
