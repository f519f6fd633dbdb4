import type { ColumnLike } from "../column-type-of.ts";
import { PackedColumn } from "../packed-column.ts";
import type { ColumnBuilder } from "./column-builder.ts";
import { PackedBuilder } from "./packed-builder.ts";

/** Collects a `float64` column. */
export class FloatBuilder extends PackedBuilder<Float64Array> implements ColumnBuilder {
  constructor() {
    super((length) => new Float64Array(length));
  }

  set(row: number, value: unknown): boolean {
    if (typeof value !== "number") return false;
    this.open(row, 1)[row] = value;
    return true;
  }

  finish(rows: number): ColumnLike {
    const valid = this.cutValid(rows);
    return valid === null ? this.cut(rows) : new PackedColumn("float64", this.cut(rows), valid);
  }
}
