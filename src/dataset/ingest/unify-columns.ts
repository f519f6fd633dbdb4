import { LABEL_SCHEMAS, type LabelTableName } from "../../labels/schemas.ts";
import type { ColumnType } from "../../tables/column-type.ts";
import { type NaturalType, unifyTypes } from "./natural-type.ts";
import type { NamedType, Part } from "./part.ts";

/** The columns that hold the values of all parts of a table. */
export interface UnifiedColumns {
  columns: readonly NamedType[];
  /** Those whose values have no common type and are texts. */
  mixed: readonly string[];
}

/** The columns of a table, from what its parts hold: declared ones first, others in the order in which they came. */
export function unifyColumns(table: LabelTableName, parts: readonly Pick<Part, "natural">[]): UnifiedColumns {
  const { always, known } = LABEL_SCHEMAS[table];
  const types = new Map<string, NaturalType>();
  for (const { natural } of parts) {
    for (const [name, type] of natural) {
      const earlier = types.get(name);
      types.set(name, earlier === undefined ? type : unifyTypes(earlier, type));
    }
  }
  const declared = Object.entries({ ...always, ...known }).filter(
    ([name]) => types.has(name) || Object.hasOwn(always, name),
  );
  const columns = new Map<string, ColumnType>(declared);
  for (const [name, { type }] of types) columns.set(name, type);
  const mixed = [...columns.keys()].filter((name) => types.get(name)?.mixed);
  return { columns: [...columns], mixed };
}

/** Whether two lists of columns are the same. */
export function areSameColumns(a: readonly NamedType[], b: readonly NamedType[]): boolean {
  return a.length === b.length && a.every(([name, type], i) => name === b[i]?.[0] && type === b[i]?.[1]);
}
