import type { Batch, Column } from "@uwdata/flechette";

/** A batch of places in a dictionary, as flechette makes it for types of dictionaries. */
export interface DictionaryBatch extends Batch<unknown> {
  readonly dictionary: Column<unknown>;
  setDictionary(dictionary: Column<unknown>): Batch<unknown>;
  key(row: number): number;
}
