import type { DuckDBConnection } from "@duckdb/node-api";
import { copyOptions } from "../../io/duckdb/copy-options.ts";
import { quoteText } from "../../io/duckdb/quote-text.ts";
import { systemError } from "../../io/duckdb/system-error.ts";
import type { ParquetLayout } from "../../io/parquet-layout.ts";
import { fillFileAtomic } from "../../io/write-file-atomic.ts";

/** Where {@link copyTable} writes to. */
export interface CopyTarget extends ParquetLayout {
  readonly path: string;
  readonly force: boolean;
}

/** Writes the rows of a query to a Parquet file: all of it or nothing. */
export async function copyTable(
  connection: DuckDBConnection,
  rows: string,
  { path, force, ...layout }: CopyTarget,
): Promise<void> {
  await fillFileAtomic(
    path,
    async (_, temporary) => {
      const copy = `COPY (${rows}) TO ${quoteText(temporary)} (${copyOptions(layout)})`;
      await connection.run(copy).catch((error: unknown) => Promise.reject(systemError(error)));
    },
    { force },
  );
}
