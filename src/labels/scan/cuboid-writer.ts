import { IntBuilder } from "../../tables/builders/int-builder.ts";
import type { TableBuilder } from "../../tables/table-builder.ts";
import { columnAs } from "./column-as.ts";
import type { Form } from "./form.ts";
import type { InstanceKeys, KeyColumns } from "./key-columns.ts";
import { PointColumns, type PointNumbers, pointNumbers } from "./point-columns.ts";

/** Appends the corners of annotations' cuboids to `cuboids`. */
export class CuboidWriter {
  readonly #table: TableBuilder;
  readonly #keys: KeyColumns;
  readonly #corner: IntBuilder;
  readonly #columns: PointColumns;
  readonly #parts = new Map<Form, readonly PointNumbers[]>();

  constructor(table: TableBuilder, keys: KeyColumns) {
    this.#table = table;
    this.#keys = keys;
    this.#corner = columnAs(table, "corner", IntBuilder);
    this.#columns = new PointColumns(table, ["x", "y", "z"]);
  }

  /** Appends the corners of a form, if it has any. */
  append(keys: InstanceKeys, form: Form): void {
    const { points } = form.meaning;
    if (points === null) return;
    let parts = this.#parts.get(form);
    if (parts === undefined) {
      parts = points.holes.map((holes) => pointNumbers(form.numbers, holes));
      this.#parts.set(form, parts);
    }
    const row = this.#table.numRows;
    const count = points.names.length;
    this.#keys.fill(row, count, keys);
    for (let corner = 0; corner < count; corner++) this.#corner.set(row + corner, corner);
    this.#columns.append(row, parts);
    this.#table.addRows(count);
  }
}
