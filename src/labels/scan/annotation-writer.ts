import { DictBuilder } from "../../tables/builders/dict-builder.ts";
import { IntBuilder } from "../../tables/builders/int-builder.ts";
import type { TableBuilder } from "../../tables/table-builder.ts";
import { columnAs } from "./column-as.ts";
import type { Form } from "./form.ts";
import type { InstanceKeys, KeyColumns } from "./key-columns.ts";

/** Appends the rows of annotations to `annotations`. */
export class AnnotationWriter {
  readonly #table: TableBuilder;
  readonly #keys: KeyColumns;
  readonly #categoryId: IntBuilder;
  readonly #category: DictBuilder;

  constructor(table: TableBuilder, keys: KeyColumns) {
    this.#table = table;
    this.#keys = keys;
    this.#categoryId = columnAs(table, "category_id", IntBuilder);
    this.#category = columnAs(table, "category", DictBuilder);
  }

  /** Appends an annotation whose fields have these forms. */
  append(
    keys: InstanceKeys,
    { id, name }: { id: number; name: string | null },
    forms: readonly Form[],
  ): void {
    const row = this.#table.numRows;
    this.#keys.fill(row, 1, keys);
    this.#categoryId.set(row, id);
    if (name !== null) this.#category.set(row, name);
    for (const form of forms) takeForm(form, row);
    this.#table.addRows(1);
  }
}

function takeForm({ meaning, numbers, text }: Form, row: number): void {
  const { floats, others, constants } = meaning;
  for (const { builder, hole } of floats) builder.open(row, 1)[row] = numbers[hole] as number;
  for (const { builder, hole } of others) builder.set(row, numbers[hole]);
  for (const { builder, value } of constants) builder.set(row, value);
  meaning.list?.set(row, Array.from(numbers));
  meaning.text?.set(row, text);
}
