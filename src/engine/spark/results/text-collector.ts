import { Buffer } from "node:buffer";
import type { Batch } from "@uwdata/flechette";
import type { FlatColumn } from "../../../io/columns/flat-column.ts";
import { makeCodes } from "../../../tables/make-codes.ts";
import { GrowingArray } from "../../results/growing-array.ts";
import { isFew } from "../../results/text-column.ts";

/** So many different texts are no few, however many rows there are. */
const MANY = 2 ** 16;

/** Collects texts that come in batches: as places in a list of them where they are few. */
export class TextCollector {
  readonly #places = new Map<string | null, number>();
  /** The texts' places while they may be few; then the texts. */
  #codes: GrowingArray<Uint32Array> | null = new GrowingArray(Uint32Array);
  #texts: (string | null)[] = [];

  append(batch: Batch<unknown>): void {
    const textAt = reader(batch);
    const start = this.#codes?.extend(batch.length) ?? 0;
    for (let row = 0; row < batch.length; row++) {
      const text = batch.nullCount === 0 || batch.isValid(row) ? textAt(row) : null;
      if (this.#codes === null) this.#texts.push(text);
      else this.#codes.values[start + row] = this.#placeOf(text);
    }
    if (this.#places.size >= MANY) this.#giveUp();
  }

  finish(): FlatColumn {
    const codes = this.#codes?.finish() ?? null;
    if (codes !== null && codes.length > 0 && isFew(this.#places.size, codes.length)) {
      const small = makeCodes(codes.length, this.#places.size);
      small.set(codes);
      return { kind: "codes", codes: small, values: [...this.#places.keys()] };
    }
    this.#giveUp();
    return { kind: "strings", values: this.#texts };
  }

  #placeOf(text: string | null): number {
    const known = this.#places.get(text);
    if (known !== undefined) return known;
    this.#places.set(text, this.#places.size);
    return this.#places.size - 1;
  }

  #giveUp(): void {
    if (this.#codes === null) return;
    const texts = [...this.#places.keys()];
    this.#texts = Array.from(this.#codes.finish(), (place) => texts[place] ?? null);
    this.#codes = null;
    this.#places.clear();
  }
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
