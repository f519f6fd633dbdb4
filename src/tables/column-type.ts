/** The types of single values that every supported file format reads alike; a `timestamp` is a moment, not a local time. */
export type ScalarType = "bool" | "int32" | "int64" | "float64" | "string" | "timestamp";

/** The type of objects with named fields, in text: `struct<x:float64,names:string[]>`; see `structType`. */
export type StructType = `struct<${string}>`;

/** The type of one value that is not a list. */
export type ItemType = ScalarType | StructType;

/** A column's type: a scalar, a structure, a list of these (`float64[]`), or a list of lists (`float64[][]`, a matrix). */
export type ColumnType = ItemType | `${ItemType}[]` | `${ItemType}[][]`;

/** Column names with their types. */
export type Schema = Readonly<Record<string, ColumnType>>;
