import { tableFromIPC } from "@uwdata/flechette";
import type { ColumnTable } from "arquero";
import { makeTable } from "../../../tables/make-table.ts";
import { checkNames } from "../../results/check-names.ts";
import { type ResultColumn, resultColumn } from "./result-column.ts";

/**
 * The rows of a result, which come as streams of Arrow, as a table.
 *
 * @throws {TypeError} When two columns have the same name.
 */
export async function readTable(streams: AsyncIterable<Uint8Array>): Promise<ColumnTable> {
  let columns: (readonly [string, ResultColumn])[] | undefined;
  for await (const stream of streams) {
    const { schema, children } = tableFromIPC(aligned(stream), { useBigInt: true });
    if (columns === undefined) {
      checkNames(schema.fields.map(({ name }) => name));
      columns = schema.fields.map(({ name, type }) => [name, resultColumn(type)]);
    }
    for (const [index, [, column]] of columns.entries()) {
      for (const batch of children[index]?.data ?? []) column.append(batch);
    }
  }
  return makeTable((columns ?? []).map(([name, column]) => [name, column.finish()]));
}

/** Bytes where numbers of 64 bits are read in place. */
function aligned(bytes: Uint8Array): Uint8Array {
  return bytes.byteOffset % 8 === 0 ? bytes : new Uint8Array(bytes);
}
