import type { ColumnTable } from "arquero";
import { sql } from "../../../engine/sql.ts";
import { isRecord } from "../../../util/is-record.ts";
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
  has(table: keyof LabelTablesInMemory): boolean;
  /** The rows of a SELECT. */
  rows(query: string, params?: Readonly<Record<string, number>>): Promise<LabelRow[]>;
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
  const tables = isSource ? {} : given(source);
  const has = (name: keyof LabelTablesInMemory): boolean => isSource || Object.hasOwn(tables, name);
  const rows = async (query: string, params: Readonly<Record<string, number>> = {}): Promise<LabelRow[]> => {
    const result = isSource
      ? await source.sql(query, params, limits)
      : await sql(query, { ...limits, tables, params });
    return result.objects() as LabelRow[];
  };
  const columns = has("annotations") ? await columnsOf(source, { tables, limits }) : [];
  const number = (column: string) =>
    columns.includes(column) ? `TRY_CAST("${column}" AS DOUBLE)` : "NULL::DOUBLE";
  return { has, rows, number };
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

async function columnsOf(
  source: SqlSource | LabelTablesInMemory,
  { tables, limits }: { tables: Record<string, ColumnTable>; limits: { signal?: AbortSignal } },
): Promise<string[]> {
  if (!isSqlSource(source)) return tables.annotations?.columnNames() ?? [];
  return (await source.sql("SELECT * FROM annotations LIMIT 0", [], limits)).columnNames();
}
