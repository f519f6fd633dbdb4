import type { PlannedColumn } from "./plan.ts";

/** A plan as JSON holds it. */
export interface RecipePlan {
  readonly op: string;
  readonly [argument: string]: unknown;
}

/** How to make a table again, as JSON: `toRecipe` makes it, `fromRecipe` follows it. */
export interface Recipe {
  /** The version of this form. */
  readonly recipe: 1;
  /** The version of infinity-frames that made the table. */
  readonly library: string;
  /** What gave seeds their meaning. */
  readonly algorithms: Readonly<Record<string, string>>;
  /** The number of rows of the table. */
  readonly rows: number;
  /** The content hash of the table. */
  readonly sha256: string;
  /** The operators, from the last to the first. */
  readonly plan: RecipePlan;
  /** The tables that go into it, by content hash; those that are not here must be given to `fromRecipe`. */
  readonly tables: Readonly<Record<string, readonly PlannedColumn[]>>;
}
