import type { RecordBatch } from "apache-arrow";
import type { ColumnTable } from "arquero";
import type { QueryResult } from "../engine.ts";

/** The two ways to read the rows of a query. */
export interface ResultReaders {
  batches(): AsyncGenerator<RecordBatch, void, undefined>;
  table(): Promise<ColumnTable>;
}

/** A result that runs its query when it is read, and only once. */
export function queryResult({ batches, table }: ResultReaders): QueryResult {
  let isRead = false;
  const once = (): void => {
    if (isRead) throw new Error("Cannot read the result of the query again: run the query again");
    isRead = true;
  };
  return {
    [Symbol.asyncIterator]() {
      once();
      return batches();
    },
    async toTable() {
      once();
      return table();
    },
  };
}
