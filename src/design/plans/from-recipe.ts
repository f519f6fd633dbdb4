import type { ColumnTable } from "arquero";
import { buildWith } from "./build.ts";
import { checkRecipe } from "./check-recipe.ts";
import { contentHash } from "./content-hash.ts";
import type { Plan } from "./plan.ts";
import { plannedTable } from "./planned-table.ts";
import type { Recipe } from "./recipe.ts";
import { RecipeError } from "./recipe-error.ts";

/** Options of {@link fromRecipe}. */
export interface FromRecipeOptions {
  /** Tables that the recipe refers to but does not hold. @default [] */
  tables?: readonly ColumnTable[] | undefined;
}

/**
 * Makes a table again from its recipe, and checks that it is the same.
 *
 * @param recipe What `toRecipe` made, also after a way through JSON.
 * @throws {RecipeError} When it is not a recipe, was made with other versions of the algorithms, lacks a table, or makes
 * another table than the one that it was made from.
 * @example
 * ```ts
 * const recipe = JSON.stringify(await toRecipe(shuffle(grid({ num_reps: [1, 2, 3] }), { seed: 42 })));
 * const again = await fromRecipe(JSON.parse(recipe));
 * again.array("num_reps"); // [3, 2, 1]
 * ```
 */
export async function fromRecipe(
  recipe: unknown,
  { tables = [] }: FromRecipeOptions = {},
): Promise<ColumnTable> {
  checkRecipe(recipe);
  const known = new Map<string, ColumnTable>();
  for (const columns of Object.values(recipe.tables)) {
    const table = plannedTable(columns);
    known.set(await contentHash(table), table);
  }
  for (const table of tables) known.set(await contentHash(table), table);
  const table = follow(recipe, known);
  if ((await contentHash(table)) === recipe.sha256) return table;
  throw new RecipeError(
    `The recipe makes another table than it was made from (${table.numRows()} rows, ${recipe.rows} expected): was it changed?`,
  );
}

function follow(recipe: Recipe, tables: ReadonlyMap<string, ColumnTable>): ColumnTable {
  try {
    return buildWith(recipe.plan as unknown as Plan, tables);
  } catch (error) {
    throw new RecipeError(`The recipe cannot be followed: ${(error as Error).message}`, { cause: error });
  }
}
