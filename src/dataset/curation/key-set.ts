import type { ColumnTable } from "arquero";
import { shownColumn } from "../../tables/shown-column.ts";

type Node = Map<unknown, Node>;

/** A set of keys of several parts each, such as job, camera and frame. */
export class KeySet {
  readonly #root: Node = new Map();

  /** Takes the keys that some columns of a table hold. A missing part is like any other: some files have no ids. */
  constructor(source: ColumnTable, keys: readonly string[]) {
    const columns = keys.map((key) => shownColumn(source, key));
    for (let row = 0; row < source.numRows(); row++) {
      this.#add(columns.map((column) => keyOf(column.at(row))));
    }
  }

  /** The rows of a table whose keys, or the first parts of them, are in the set. */
  rowsIn(source: ColumnTable, keys: readonly string[]): Uint32Array {
    const columns = keys.map((key) => shownColumn(source, key));
    const last: unknown[] = new Array(columns.length);
    const nodes: (Node | undefined)[] = [this.#root];
    const rows = new Uint32Array(source.numRows());
    let count = 0;
    for (let row = 0; row < source.numRows(); row++) {
      // Rows of one frame follow each other: only the parts that changed are looked up.
      let isSame = row > 0;
      for (let part = 0; part < columns.length; part++) {
        const value = keyOf(columns[part]?.at(row));
        isSame &&= value === last[part];
        if (isSame) continue;
        last[part] = value;
        nodes[part + 1] = nodes[part]?.get(value);
      }
      if (nodes[columns.length] !== undefined) rows[count++] = row;
    }
    return rows.subarray(0, count);
  }

  #add(parts: readonly unknown[]): void {
    let node = this.#root;
    for (const part of parts) {
      let next = node.get(part);
      if (next === undefined) {
        next = new Map();
        node.set(part, next);
      }
      node = next;
    }
  }
}

/** A part as its table may hold it or another: bigints only where there must be. */
function keyOf(part: unknown): unknown {
  if (typeof part !== "bigint") return part ?? null;
  const number = Number(part);
  return Number.isSafeInteger(number) ? number : part;
}
