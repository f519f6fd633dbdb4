import { InfinityFramesError } from "../../util/infinity-frames-error.ts";

/**
 * A recipe cannot be followed: it is not one, needs another version, lacks a table, or makes another table.
 *
 * @example
 * ```ts
 * const recipe = await toRecipe(grid({ num_reps: [1, 2] }));
 * const other = { ...recipe, plan: { op: "grid", values: { num_reps: [1, 3] } } };
 * await fromRecipe(other); // throws RecipeError: The recipe makes another table than it was made from …
 * ```
 */
export class RecipeError extends InfinityFramesError {
  override name = "RecipeError";

  constructor(message: string, options?: ErrorOptions) {
    super("RECIPE", message, options);
  }
}
