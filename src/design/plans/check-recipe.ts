import { isRecord } from "../../util/is-record.ts";
import { LIBRARY_VERSION } from "../../util/library-version.ts";
import { ALGORITHMS } from "./algorithms.ts";
import type { Recipe } from "./recipe.ts";
import { RecipeError } from "./recipe-error.ts";

/**
 * Checks that a value is a recipe that this version can follow.
 *
 * @throws {RecipeError} When it is not.
 */
export function checkRecipe(value: unknown): asserts value is Recipe {
  if (!isRecord(value) || !isRecord(value.plan) || !isRecord(value.tables) || !isRecord(value.algorithms)) {
    throw new RecipeError('A recipe must be an object with "recipe", "algorithms", "plan" and "tables"');
  }
  if (value.recipe !== 1) {
    throw new RecipeError(
      `A recipe of form ${String(value.recipe)} cannot be read: this version reads form 1`,
    );
  }
  for (const [name, version] of Object.entries(value.algorithms)) {
    const ours = Object.hasOwn(ALGORITHMS, name) ? ALGORITHMS[name] : "none";
    if (ours === version) continue;
    throw new RecipeError(
      `The recipe was made with ${name} "${version}" by infinity-frames ${String(value.library)}; ` +
        `version ${LIBRARY_VERSION} has "${ours}" and would make other values`,
    );
  }
}
