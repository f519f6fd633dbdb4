import type { Vector } from "@duckdb/node-bindings";
import type { DuckDbNative } from "../../io/duckdb/load-duckdb.ts";
import type { ColumnType } from "../../tables/column-type.ts";
import { ListColumn } from "../../tables/list-column.ts";
import type { CollectedColumn, ColumnCollector } from "./column-collector.ts";
import { GrowingArray } from "./growing-array.ts";
import { jsonColumn } from "./json-column.ts";
import { ValidCollector } from "./valid-collector.ts";

const WORD = 2 ** 32;
/** The places where the lists of a piece start and end among its items. */
type Extents = (place: number) => readonly [start: number, end: number];

/** How {@link ListCollector} finds the items of lists. */
export interface ListFormat {
  readonly items: ColumnCollector;
  /** The length of all lists, where it is fixed. */
  readonly size?: number;
}

/** Collects lists. Lists of lists of lists, for which tables have no type, become JSON. */
export class ListCollector implements ColumnCollector {
  readonly #native: DuckDbNative;
  readonly #format: ListFormat;
  readonly #valid: ValidCollector;
  readonly #offsets = new GrowingArray(Float64Array);
  #numItems = 0;

  constructor(native: DuckDbNative, format: ListFormat) {
    this.#native = native;
    this.#format = format;
    this.#valid = new ValidCollector(native);
    this.#offsets.extend(1);
  }

  append(vector: Vector, start: number, end: number): void {
    if (end === start) return;
    const { items, size } = this.#format;
    const child =
      size === undefined
        ? this.#native.list_vector_get_child(vector)
        : this.#native.array_vector_get_child(vector);
    const extent = size === undefined ? this.#extents(vector, end) : fixedExtents(size);
    const first = this.#valid.length;
    this.#valid.append(vector, start, end);
    const at = this.#offsets.extend(end - start);
    const { values: offsets } = this.#offsets;
    // Lists mostly lie one after the other: items are taken in runs.
    let [runStart, runEnd] = [0, 0];
    for (let place = start; place < end; place++) {
      if (this.#valid.has(first + place - start)) {
        const [from, to] = extent(place);
        if (from !== runEnd) {
          items.append(child, runStart, runEnd);
          runStart = from;
        }
        runEnd = to;
        this.#numItems += to - from;
      }
      offsets[at + place - start] = this.#numItems;
    }
    items.append(child, runStart, runEnd);
  }

  finish(): CollectedColumn {
    const { type: itemType, column: items } = this.#format.items.finish();
    if (this.#numItems >= WORD) {
      throw new RangeError(
        `Cannot give the lists of the result: they have ${this.#numItems} items, at most 2^32 fit`,
      );
    }
    const type = `${itemType}[]` as ColumnType;
    const lists = new ListColumn(type, Uint32Array.from(this.#offsets.finish()), items, this.#valid.finish());
    return itemType.endsWith("[][]") ? jsonColumn(lists) : { type, column: lists };
  }

  #extents(vector: Vector, end: number): Extents {
    const { buffer, byteOffset } = this.#native.vector_get_data(vector, end * 16);
    const words = new Uint32Array(buffer, byteOffset, end * 4);
    return (place) => {
      const from = (words[4 * place] as number) + (words[4 * place + 1] as number) * WORD;
      return [from, from + (words[4 * place + 2] as number)];
    };
  }
}

function fixedExtents(size: number): Extents {
  return (place) => [place * size, (place + 1) * size];
}
