/** The types of single values that every supported file format reads alike. */
export type ScalarType = "bool" | "int32" | "int64" | "float64" | "string";

/** A column's type: a scalar, a list of scalars (`float64[]`), or a list of lists (`float64[][]`, a matrix). */
export type ColumnType = ScalarType | `${ScalarType}[]` | `${ScalarType}[][]`;

/** Column names with their types. */
export type Schema = Readonly<Record<string, ColumnType>>;
