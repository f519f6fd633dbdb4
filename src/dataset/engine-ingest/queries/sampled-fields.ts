import { TAKEN_COLUMNS } from "../../../labels/coco/taken-columns.ts";
import { columnName } from "../../../labels/column-name.ts";
import type { Row } from "../../../labels/file-rows.ts";
import { isRecord } from "../../../util/is-record.ts";
import { listedFields, type ObjectTable } from "./label-fields.ts";
import type { PlannedField } from "./label-plan.ts";
import { SampledField } from "./sampled-field.ts";

/** The fields of a table's objects that its schema does not list, in the order in which a sample brings them. */
export class SampledFields {
  readonly #table: ObjectTable;
  readonly #listed: ReadonlySet<string>;
  readonly #fields = new Map<string, SampledField>();

  constructor(table: ObjectTable) {
    this.#table = table;
    this.#listed = new Set(listedFields(table));
  }

  /** Notes the fields of an object. */
  add(object: Readonly<Row>): void {
    for (const name of Object.keys(object)) {
      const value = object[name];
      if (this.#listed.has(name) || isMissing(value)) continue;
      const field = this.#field(
        [name],
        columnName(name, { prefix: "label_", taken: TAKEN_COLUMNS[this.#table] }),
      );
      field.add(value);
    }
    if (this.#table !== "annotations" || !isRecord(object.ppe)) return;
    for (const [item, value] of Object.entries(object.ppe)) {
      if (value !== null) this.#field(["ppe", item], `ppe_${item}`).add(value);
    }
  }

  /** What is planned for the fields. */
  plan(): PlannedField[] {
    return Array.from(this.#fields.values(), (field): PlannedField => {
      const planned = field.plan();
      const { path, column } = planned;
      // Which of two fields becomes a column depends on whether an annotation has both; and new names are noted.
      const isTaken = path.length > 1 && this.#fields.has(JSON.stringify([column]));
      return isTaken || path[0] === "__proto__" ? { ...planned, type: "json", use: "odd" } : planned;
    });
  }

  #field(path: readonly string[], column: string): SampledField {
    const key = JSON.stringify(path);
    const field = this.#fields.get(key) ?? new SampledField(path, column);
    this.#fields.set(key, field);
    return field;
  }
}

function isMissing(value: unknown): boolean {
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0);
}
