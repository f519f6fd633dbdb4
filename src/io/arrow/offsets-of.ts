import { type Batch, Type } from "@uwdata/flechette";
import type { ColumnLike } from "../../tables/column-type-of.ts";
import { pickerOf } from "../../tables/take-rows.ts";
import { rowCount } from "./batch-rows.ts";

/** Where the lists of a column have their items. */
export interface ListPlaces {
  readonly offsets: Uint32Array;
  /** Puts the items into the order of the offsets; null where they are in it. */
  readonly pick: ((items: ColumnLike) => ColumnLike) | null;
}

/** The places of the items of lists, in the items of all batches one after the other. */
export function offsetsOf(batches: readonly Batch<unknown>[]): ListPlaces {
  const rows = rowCount(batches);
  const starts = new Uint32Array(rows);
  const ends = new Uint32Array(rows);
  let row = 0;
  let base = 0;
  for (const batch of batches) {
    for (let i = 0; i < batch.length; i++, row++) {
      const [start, end] = boundsOf(batch, i);
      starts[row] = base + start;
      ends[row] = base + end;
    }
    base += batch.children?.[0]?.length ?? 0;
  }
  const follow = starts.every((start, i) => i === 0 || start === ends[i - 1]);
  if (!follow) return gathered(starts, ends);
  const offsets = new Uint32Array(rows + 1);
  offsets[0] = starts[0] ?? 0;
  offsets.set(ends, 1);
  return { offsets, pick: null };
}

/** Lists that overlap, or have items between them that belong to none. */
function gathered(starts: Uint32Array, ends: Uint32Array): ListPlaces {
  const offsets = new Uint32Array(starts.length + 1);
  const places: number[] = [];
  for (let row = 0; row < starts.length; row++) {
    for (let item = starts[row] as number; item < (ends[row] as number); item++) places.push(item);
    offsets[row + 1] = places.length;
  }
  return { offsets, pick: (items) => pickerOf(items)(Uint32Array.from(places)) };
}

function boundsOf(batch: Batch<unknown>, row: number): [number, number] {
  const { type, offsets = [], sizes } = batch;
  if (type.typeId === Type.FixedSizeList) return [row * type.stride, (row + 1) * type.stride];
  const start = Number(offsets[row]);
  if (sizes === undefined) return [start, Number(offsets[row + 1])];
  const isMissing = batch.nullCount > 0 && !batch.isValid(row);
  return [start, isMissing ? start : start + Number(sizes[row])];
}
