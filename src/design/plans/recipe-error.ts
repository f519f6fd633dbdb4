import { InfinityFramesError } from "../../util/infinity-frames-error.ts";

/** A recipe cannot be followed: it is not one, needs another version, lacks a table, or makes another table. */
export class RecipeError extends InfinityFramesError {
  override name = "RecipeError";

  constructor(message: string, options?: ErrorOptions) {
    super("RECIPE", message, options);
  }
}
