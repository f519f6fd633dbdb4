import { fieldName } from "../field-name.ts";
import { plainValue } from "./plain-value.ts";
import { setField } from "./set-field.ts";
import type { TableRows } from "./table-rows.ts";

/** Reads something of a row into an object, unless it is missing. */
export type FieldCopier = (place: number, into: Record<string, unknown>) => void;

/**
 * Copies the columns that are fields of the same name, in the table's order.
 *
 * @param isOther Whether a column is not such a field.
 */
export function plainFields(
  rows: TableRows,
  taken: ReadonlySet<string>,
  isOther: (column: string) => boolean = () => false,
): FieldCopier {
  const columns = rows.columnNames.filter((name) => !taken.has(name) && !isOther(name));
  const copiers = columns.map((column) =>
    scalarField(rows, column, fieldName(column, { prefix: "label_", taken })),
  );
  return (place, into) => {
    for (const copy of copiers) copy(place, into);
  };
}

/** Copies a column. */
export function scalarField(rows: TableRows, column: string, field: string = column): FieldCopier {
  const read = rows.reader(column);
  return (place, into) => {
    const value = read(place);
    if (value !== null) setField(into, field, plainValue(value));
  };
}

/** Copies columns of numbers as one list, where none of them is missing. */
export function vectorField(rows: TableRows, field: string, columns: readonly string[]): FieldCopier {
  const read = columns.map((column) => rows.reader(column));
  return (place, into) => {
    const values = read.map((at) => plainValue(at(place)));
    if (!values.includes(null)) into[field] = values;
  };
}

/** Copies the columns with a prefix as the members of one object, where some of them are not missing. */
export function prefixedFields(rows: TableRows, field: string, prefix: string): FieldCopier {
  const columns = rows.columnNames.filter((name) => name.startsWith(prefix));
  const copiers = columns.map((column) => scalarField(rows, column, column.slice(prefix.length)));
  return (place, into) => {
    const members: Record<string, unknown> = {};
    for (const copy of copiers) copy(place, members);
    if (Object.keys(members).length > 0) into[field] = members;
  };
}
