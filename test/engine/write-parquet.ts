import { DuckDBInstance } from "@duckdb/node-api";

/** Writes the rows of a query as a Parquet file, with a database of its own. */
export async function writeParquet(query: string, path: string): Promise<void> {
  const database = await DuckDBInstance.create(":memory:");
  const connection = await database.connect();
  await connection.run(`COPY (${query}) TO '${path.replaceAll("'", "''")}' (FORMAT parquet)`);
  connection.closeSync();
  database.closeSync();
}
