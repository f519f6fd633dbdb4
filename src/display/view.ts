import type { ColumnTable } from "arquero";
import type { ProgressParts } from "./text/progress-text.ts";

/** How much of a table is shown. */
export interface TableLimits {
  /** The most rows; of longer tables the first and the last ones are shown. @default 20, and 10 of longer tables */
  readonly maxRows?: number | undefined;
  /** The most columns; of wider tables the first and the last ones are shown. @default 20 */
  readonly maxColumns?: number | undefined;
}

/** A picture with what is written below it. */
export interface ViewPicture {
  /** An address that a page can show. */
  readonly address: string;
  readonly caption: string;
}

/** A part of a {@link View}. */
export type ViewPart =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "facts"; readonly facts: readonly (readonly [name: string, value: string | number])[] }
  | { readonly kind: "progress"; readonly progress: ProgressParts }
  | {
      readonly kind: "table";
      readonly table: ColumnTable;
      readonly caption?: string | undefined;
      /** Limits of its own, where the reader has asked for none. */
      readonly limits?: TableLimits | undefined;
    }
  | { readonly kind: "pictures"; readonly pictures: readonly ViewPicture[]; readonly columns: number }
  | { readonly kind: "page"; readonly html: string; readonly text: string };

/** What is to be seen of an object, whatever draws it. */
export interface View {
  /** What it is, in a line; null where its parts say so. */
  readonly title: string | null;
  readonly parts: readonly ViewPart[];
}
