import { type Batch, type DataType, Precision, Type } from "@uwdata/flechette";
import { fromBits } from "../columns/bits.ts";
import type { FlatNumbers } from "../columns/flat-column.ts";
import { toInt64s } from "../columns/to-int64s.ts";
import { rowCount, validOf } from "./batch-rows.ts";
import { joinedValues, type NumberArray } from "./joined-values.ts";

type Batches = readonly Batch<unknown>[];
type NumberType = Extract<
  DataType,
  { typeId: typeof Type.Bool | typeof Type.Int | typeof Type.Float | typeof Type.Decimal }
>;

/** Batches of numbers or truth values as a flat column, which shares their memory where it is all in one piece. */
export function numbersOf(batches: Batches, type: NumberType): FlatNumbers {
  const valid = validOf(batches);
  switch (type.typeId) {
    case Type.Bool:
      return { kind: "numbers", type: "bool", values: bytesOf(batches), valid };
    case Type.Int:
      if (type.bitWidth === 64 || (type.bitWidth === 32 && !type.signed))
        return { kind: "numbers", type: "int64", values: toInt64Array(joinedValues(batches)), valid };
      return { kind: "numbers", type: "int32", values: toInt32Array(joinedValues(batches)), valid };
    case Type.Float:
      return { kind: "numbers", type: "float64", values: floatsOf(batches, type.precision), valid };
    case Type.Decimal:
      return { kind: "numbers", type: "float64", values: extracted(batches), valid };
  }
}

function bytesOf(batches: Batches): Uint8Array {
  const bytes = new Uint8Array(rowCount(batches));
  let start = 0;
  for (const { length: count, values } of batches) {
    fromBits(values as Uint8Array, { bytes, start, count });
    start += count;
  }
  return bytes;
}

function toInt32Array(values: NumberArray): Int32Array {
  return values instanceof Int32Array ? values : Int32Array.from(values as Iterable<number>);
}

function toInt64Array(values: NumberArray): BigInt64Array {
  if (values instanceof BigInt64Array) return values;
  if (!(values instanceof BigUint64Array)) return toInt64s(values as Uint32Array);
  const tooLarge = values.find((value) => value >= 2n ** 63n);
  if (tooLarge === undefined) return new BigInt64Array(values.buffer, values.byteOffset, values.length);
  throw new RangeError(`Cannot read ${tooLarge}: it exceeds 64 bits with a sign`);
}

function floatsOf(batches: Batches, precision: number): Float64Array {
  if (precision === Precision.HALF) return extracted(batches);
  const values = joinedValues(batches);
  return values instanceof Float64Array ? values : Float64Array.from(values as Iterable<number>);
}

/** Numbers that are not in memory as JavaScript has them. */
function extracted(batches: Batches): Float64Array {
  const numbers = new Float64Array(rowCount(batches));
  let row = 0;
  for (const batch of batches) for (const value of batch) numbers[row++] = Number(value ?? 0);
  return numbers;
}
