import { IntBuilder } from "../../tables/builders/int-builder.ts";
import { ListBuilder } from "../../tables/builders/list-builder.ts";
import type { TableBuilder } from "../../tables/table-builder.ts";
import { columnAs } from "./column-as.ts";
import type { InstanceKeys, KeyColumns } from "./key-columns.ts";

/** Appends polygons of annotations to `polygons`. */
export class PolygonWriter {
  readonly #table: TableBuilder;
  readonly #keys: KeyColumns;
  readonly #polygon: IntBuilder;
  readonly #points: ListBuilder;

  constructor(table: TableBuilder, keys: KeyColumns) {
    this.#table = table;
    this.#keys = keys;
    this.#polygon = columnAs(table, "polygon", IntBuilder);
    this.#points = columnAs(table, "points", ListBuilder);
  }

  /** Appends the polygons of one annotation. */
  append(keys: InstanceKeys, polygons: Iterable<Float64Array>): void {
    let polygon = 0;
    for (const points of polygons) {
      const row = this.#table.numRows;
      this.#keys.fill(row, 1, keys);
      this.#polygon.set(row, polygon++);
      this.#points.setNumbers(row, points);
      this.#table.addRows(1);
    }
  }
}
