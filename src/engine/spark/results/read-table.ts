import { tableFromIPC } from "@uwdata/flechette";
import type { ColumnTable } from "arquero";
import { makeTable } from "../../../tables/make-table.ts";
import { checkNames } from "../../results/check-names.ts";
import { AlignedBytes } from "./aligned-bytes.ts";
import { type ResultColumn, resultColumn } from "./result-column.ts";

/**
 * The rows of a result, which come as streams of Arrow, as a table.
 *
 * @throws {TypeError} When two columns have the same name.
 */
export async function readTable(streams: AsyncIterable<Uint8Array>): Promise<ColumnTable> {
  let columns: (readonly [string, ResultColumn])[] | undefined;
  let copies = false;
  const memory = new AlignedBytes();
  for await (const stream of streams) {
    const bytes = copies ? memory.lend(stream) : memory.keep(stream);
    const { schema, children } = tableFromIPC(bytes, { useBigInt: true });
    if (columns === undefined) {
      checkNames(schema.fields.map(({ name }) => name));
      columns = schema.fields.map(({ name, type }) => [name, resultColumn(type)]);
      copies = columns.every(([, column]) => column.copies);
    }
    for (const [index, [, column]] of columns.entries()) {
      for (const batch of children[index]?.data ?? []) column.append(batch);
    }
  }
  return makeTable((columns ?? []).map(([name, column]) => [name, column.finish()]));
}
