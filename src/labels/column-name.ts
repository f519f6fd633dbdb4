/**
 * The column of a field that a file brings: its own name, or a prefixed one where that is taken by a key of the
 * table or unusable (`__proto__`, which Arquero's tables cannot hold). Different fields never share a column.
 *
 * @param name The field's name in the file.
 */
export function columnName(name: string, { prefix, taken }: ColumnNameOptions): string {
  let bare = name;
  while (bare.startsWith(prefix)) bare = bare.slice(prefix.length);
  return bare === "__proto__" || taken.has(bare) ? prefix + name : name;
}

/** Options of {@link columnName}. */
export interface ColumnNameOptions {
  /** What goes before a name that cannot be kept, such as `param_`. */
  prefix: string;
  /** The names that fields may not have. */
  taken: ReadonlySet<string>;
}
