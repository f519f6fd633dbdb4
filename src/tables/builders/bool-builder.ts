import type { ColumnLike } from "../column-type-of.ts";
import { PackedColumn } from "../packed-column.ts";
import type { ColumnBuilder } from "./column-builder.ts";
import { PackedBuilder } from "./packed-builder.ts";

/** Collects a `bool` column. */
export class BoolBuilder extends PackedBuilder<Uint8Array> implements ColumnBuilder {
  constructor() {
    super((length) => new Uint8Array(length));
  }

  set(row: number, value: unknown): boolean {
    if (typeof value !== "boolean") return false;
    this.open(row, 1)[row] = value ? 1 : 0;
    return true;
  }

  finish(rows: number): ColumnLike {
    return new PackedColumn("bool", this.cut(rows), this.cutValid(rows));
  }
}
