import { Column, tableFromColumns, tableToIPC } from "@uwdata/flechette";
import type { ColumnTable } from "arquero";
import { toBatch } from "../../../io/arrow/to-batch.ts";
import { flattenTable } from "../../../io/columns/flatten-table.ts";
import type { Message } from "../protocol/messages.ts";

const MAX_BYTES = 64 * 2 ** 20;

/**
 * A table in memory, which goes with the request.
 *
 * @throws {RangeError} When it is too large for that.
 */
export function localRelation(name: string, table: ColumnTable): Message {
  // Spark does not read dictionaries.
  const columns = flattenTable(table).columns.map(
    (each) => [each.name, new Column([toBatch(each.column)])] as [string, Column<unknown>],
  );
  const data = tableToIPC(tableFromColumns(columns), { format: "stream" }) ?? new Uint8Array();
  if (data.length > MAX_BYTES) {
    throw new RangeError(
      `Cannot send table "${name}" to Spark: it has ${data.length} bytes, at most ${MAX_BYTES} can be sent; write it to Parquet files that Spark reaches, and give their paths instead`,
    );
  }
  return { local_relation: { data } };
}
