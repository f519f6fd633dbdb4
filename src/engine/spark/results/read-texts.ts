import { Buffer } from "node:buffer";
import type { Batch } from "@uwdata/flechette";
import { rowCount, validOf } from "../../../io/arrow/batch-rows.ts";
import type { Batches } from "../../../io/arrow/from-batches.ts";
import type { FlatColumn } from "../../../io/columns/flat-column.ts";
import { makeCodes } from "../../../tables/make-codes.ts";
import { isFew } from "../../results/text-column.ts";

/** Batches of texts: places in a list of them where they are few. */
export function readTexts(batches: Batches): FlatColumn {
  const rows = rowCount(batches);
  const valid = validOf(batches);
  const texts = new Array<string | null>(rows).fill(null);
  const codes = new Uint32Array(rows);
  const places = new Map<string | null, number>();
  let isDictionary = true;
  let row = 0;
  for (const batch of batches) {
    const textAt = reader(batch);
    for (let i = 0; i < batch.length; i++, row++) {
      const text = valid === null || valid[row] === 1 ? textAt(i) : null;
      texts[row] = text;
      if (!isDictionary) continue;
      let place = places.get(text);
      if (place === undefined) {
        place = places.size;
        places.set(text, place);
        isDictionary = isFew(places.size, rows);
      }
      codes[row] = place;
    }
  }
  if (!isDictionary || rows === 0) return { kind: "strings", values: texts };
  const small = makeCodes(rows, places.size);
  small.set(codes);
  return { kind: "codes", codes: small, values: [...places.keys()] };
}

/** What gives the texts of a batch. Where each byte is a character, they are parts of one. */
function reader({ values, offsets, length }: Batch<unknown>): (row: number) => string {
  const ends = offsets as Int32Array;
  const [start, end] = [ends[0] ?? 0, ends[length] ?? 0];
  const { buffer, byteOffset } = values as Uint8Array<ArrayBuffer>;
  const bytes = Buffer.from(buffer, byteOffset + start, end - start);
  const whole = bytes.toString("utf8");
  const at = (row: number): number => (ends[row] as number) - start;
  if (whole.length === bytes.length) return (row) => whole.slice(at(row), at(row + 1));
  return (row) => bytes.toString("utf8", at(row), at(row + 1));
}
