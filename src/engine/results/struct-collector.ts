import type { Vector } from "@duckdb/node-bindings";
import type { DuckDbNative } from "../../io/duckdb/load-duckdb.ts";
import { structType } from "../../tables/struct-type.ts";
import { TypedColumn } from "../../tables/typed-column.ts";
import type { CollectedColumn, ColumnCollector } from "./column-collector.ts";
import { ValidCollector } from "./valid-collector.ts";

/** Collects structures. */
export class StructCollector implements ColumnCollector {
  readonly #native: DuckDbNative;
  readonly #fields: readonly (readonly [string, ColumnCollector])[];
  readonly #valid: ValidCollector;

  constructor(native: DuckDbNative, fields: readonly (readonly [string, ColumnCollector])[]) {
    this.#native = native;
    this.#fields = fields;
    this.#valid = new ValidCollector(native);
  }

  append(vector: Vector, start: number, end: number): void {
    if (end === start) return;
    for (const [index, [, field]] of this.#fields.entries()) {
      field.append(this.#native.struct_vector_get_child(vector, index), start, end);
    }
    this.#valid.append(vector, start, end);
  }

  finish(): CollectedColumn {
    const fields = this.#fields.map(([name, field]) => [name, field.finish()] as const);
    const type = structType(fields.map(([name, field]) => [name, field.type] as const));
    const { length } = this.#valid;
    const valid = this.#valid.finish();
    const values = new Array<Record<string, unknown> | null>(length);
    for (let row = 0; row < length; row++) {
      values[row] = valid !== null && valid[row] === 0 ? null : objectAt(fields, row);
    }
    return { type, column: new TypedColumn(type, values) };
  }
}

function objectAt(
  fields: readonly (readonly [string, CollectedColumn])[],
  row: number,
): Record<string, unknown> {
  const object: Record<string, unknown> = {};
  for (const [name, { column }] of fields) {
    const value = column.at(row);
    if (name !== "__proto__") object[name] = value;
    else Object.defineProperty(object, name, { value, enumerable: true, configurable: true, writable: true });
  }
  return object;
}
