import { type Batch, batchType, type DataType } from "@uwdata/flechette";
import { countMissing, toBits } from "../columns/bits.ts";
import type { FlatColumn, FlatLists, FlatNumbers, Valid } from "../columns/flat-column.ts";
import { flatLength } from "../columns/flat-length.ts";
import { flatType } from "../columns/flat-type.ts";
import { flatValues } from "../columns/flat-values.ts";
import { TextBuffer } from "../columns/text-buffer.ts";
import { toArrowType } from "./arrow-type.ts";

/** What a batch of Arrow data is made of. */
export type BatchParts = ConstructorParameters<typeof Batch>[0];

/** A flat column as one batch of Arrow data, which shares the memory of numbers. */
export function toBatch(column: FlatColumn, type: DataType = toArrowType(flatType(column))): Batch<unknown> {
  switch (column.kind) {
    case "numbers":
      return makeBatch(type, column, { valid: column.valid, parts: { values: numberValues(column) } });
    case "strings":
      return textBatch(type, column, column.values);
    case "codes":
      return textBatch(type, column, flatValues(column) as readonly (string | null)[]);
    case "lists":
      return makeBatch(type, column, { valid: column.valid, parts: listParts(column) });
    case "structs":
      return makeBatch(type, column, {
        valid: column.valid,
        parts: { children: column.fields.map(([, field]) => toBatch(field)) },
      });
  }
}

interface Content {
  valid: Valid;
  parts: Partial<BatchParts>;
}

/** A batch of a type, with the buffer of validity that it needs. */
export function makeBatch(type: DataType, column: FlatColumn, { valid, parts }: Content): Batch<unknown> {
  const nullCount = countMissing(valid);
  const validity = nullCount > 0 && valid !== null ? toBits(valid) : new Uint8Array();
  const BatchType = batchType(type);
  return new BatchType({ type, length: flatLength(column), nullCount, validity, ...parts });
}

function numberValues({ type, values }: FlatNumbers): FlatNumbers["values"] {
  return type === "bool" ? toBits(values as Uint8Array) : values;
}

/** Offsets are numbers with a sign; so many items do not fit into memory that they would exceed it. */
function listParts({ offsets, items }: FlatLists): Partial<BatchParts> {
  return {
    offsets: new Int32Array(offsets.buffer, offsets.byteOffset, offsets.length),
    children: [toBatch(items)],
  };
}

function textBatch(
  type: DataType,
  column: FlatColumn,
  values: readonly (string | null | undefined)[],
): Batch<unknown> {
  const text = new TextBuffer(values.length * 16);
  const offsets = new Int32Array(values.length + 1);
  const valid = new Uint8Array(values.length);
  for (let row = 0; row < values.length; row++) {
    const value = values[row];
    if (value !== null && value !== undefined) {
      text.append(value);
      valid[row] = 1;
    }
    if (text.length > 2 ** 31 - 1)
      throw new RangeError(
        "Cannot write Arrow: a column holds more than 2 GiB of text, write Parquet instead",
      );
    offsets[row + 1] = text.length;
  }
  return makeBatch(type, column, { valid, parts: { offsets, values: text.bytes() } });
}
