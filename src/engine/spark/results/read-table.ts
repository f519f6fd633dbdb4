import { type Batch, type Schema, tableFromIPC } from "@uwdata/flechette";
import type { ColumnTable } from "arquero";
import { makeTable } from "../../../tables/make-table.ts";
import { checkNames } from "../../results/check-names.ts";
import { readColumn } from "./read-column.ts";

/**
 * The rows of a result, which come as streams of Arrow, as a table.
 *
 * @throws {TypeError} When two columns have the same name.
 */
export async function readTable(streams: AsyncIterable<Uint8Array>): Promise<ColumnTable> {
  const columns: Batch<unknown>[][] = [];
  let schema: Schema | undefined;
  for await (const stream of streams) {
    const part = tableFromIPC(aligned(stream), { useBigInt: true });
    if (schema === undefined) checkNames(part.schema.fields.map(({ name }) => name));
    schema ??= part.schema;
    for (const [index, { data }] of part.children.entries()) {
      columns[index] = [...(columns[index] ?? []), ...data];
    }
  }
  return makeTable(
    (schema?.fields ?? []).map(({ name, type }, index) => [name, readColumn(columns[index] ?? [], type)]),
  );
}

/** Numbers of 64 bits are read in place, where they must start at a multiple of 8 bytes. */
function aligned(bytes: Uint8Array): Uint8Array {
  return bytes.byteOffset % 8 === 0 ? bytes : new Uint8Array(bytes);
}
