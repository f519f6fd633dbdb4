import { randomUUID } from "node:crypto";
import type { ColumnTable } from "arquero";
import { makeColumn } from "../../../tables/make-column.ts";
import { makeTable } from "../../../tables/make-table.ts";
import { quoteName } from "../../../util/quote-name.ts";
import type { EngineContext } from "../engine-context.ts";
import { registerRows } from "../register-rows.ts";

/** Where rows go. */
export interface WriteRowsOptions {
  path: string;
  /** So many go with one request. */
  most?: number;
}

/** Has Spark write a table that is in memory as one file, with its rows in their order. */
export async function writeRows(
  table: ColumnTable,
  { path, most }: WriteRowsOptions,
  context: EngineContext,
): Promise<void> {
  const { engine, progress, signal } = context;
  const places = Array.from({ length: table.numRows() }, (_, place) => place);
  // No column of a table, whose names users choose, is called so.
  const place = `place_${randomUUID()}`;
  const placed = table.assign(makeTable([[place, makeColumn("int32", places)]]));
  await registerRows("own_rows", placed, context, most);
  const names = table.columnNames().map(quoteName).join(", ");
  // Rows that went in several requests are read in any order.
  const rows = `SELECT * FROM (SELECT /*+ COALESCE(1) */ * FROM own_rows) SORT BY ${quoteName(place)}`;
  const options = { path, mode: "overwrite", ...progress.statement(signal) } as const;
  await engine.writeTable(`SELECT ${names} FROM (${rows})`, options);
}
