import type { ColumnBuilder } from "../../tables/builders/column-builder.ts";
import type { FloatBuilder } from "../../tables/builders/float-builder.ts";

/** How the value of a field is read in one of its forms. */
export type FormKind =
  /** What is fixed is compared, the numbers in between are read. */
  | "numbers"
  /** A string without escapes. */
  | "text"
  /** A list of polygons. */
  | "polygons"
  /** An object that no table holds. */
  | "unread object"
  /** Anything that no table holds. */
  | "unread";

/** A number of a form that a column takes. */
export interface Taker<B extends ColumnBuilder = ColumnBuilder> {
  builder: B;
  /** Which of the form's numbers. */
  hole: number;
}

/** Points by name, and which of the form's numbers are theirs. */
export interface NamedNumbers {
  names: readonly string[];
  /** For each column of numbers the place of each point's number; -1 where it has none. */
  holes: readonly Int32Array[];
}

/** What a field means for the tables. */
export interface Meaning {
  /** Columns of `annotations` that hold numbers of the form. */
  floats: Taker<FloatBuilder>[];
  others: Taker[];
  /** Columns of `annotations` whose value is part of the form. */
  constants: { builder: ColumnBuilder; value: unknown }[];
  /** The column that holds all numbers as a list. */
  list: ColumnBuilder | null;
  /** The column that holds the string. */
  text: ColumnBuilder | null;
  /** The numbers that must be integers of 32 bits. */
  integers: number[];
  /** Rows of `keypoints` or `cuboids`, or turns of joints. */
  points: NamedNumbers | null;
}

/** A field of annotations. */
export interface Field {
  readonly name: string;
  readonly forms: Form[];
  /** The number of the last annotation that has the field. */
  seenIn: number;
  /** Its form there. */
  form: Form | null;
}

/**
 * A form in which a field and its value come in the file: bytes that are always the same, with numbers in between
 * that are read each time.
 */
export interface Form {
  readonly field: Field;
  readonly kind: FormKind;
  /** The bytes before, between and after the numbers, one after the other; the field's name is among them. */
  readonly fixed: DataView;
  /** Where the bytes before each number end, and those after the last one. */
  readonly ends: Int32Array;
  /** The numbers as they were read last. */
  readonly numbers: Float64Array;
  readonly meaning: Meaning;
  /** The string as it was read last. */
  text: string;
  /** The form that followed last. */
  next: Form | null;
}

/** A meaning of nothing. */
export function noMeaning(): Meaning {
  return { floats: [], others: [], constants: [], list: null, text: null, integers: [], points: null };
}
