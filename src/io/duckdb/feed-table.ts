import type { DuckDBConnection } from "@duckdb/node-api";
import type { ColumnTable } from "arquero";

/** Stub. */
export async function feedTable(
  connection: DuckDBConnection,
  name: string,
  table: ColumnTable,
): Promise<void> {
  void [connection, name, table];
  throw new Error("not yet");
}
