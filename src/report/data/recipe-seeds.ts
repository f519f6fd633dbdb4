/** The different seeds in a recipe, as text, in the order in which they come first. */
export function recipeSeeds(recipe: object): string[] {
  const seeds = new Set<string>();
  collect("plan" in recipe ? recipe.plan : recipe, seeds);
  return [...seeds];
}

function collect(node: unknown, seeds: Set<string>): void {
  if (typeof node !== "object" || node === null) return;
  for (const [name, value] of Object.entries(node)) {
    if (name === "seed" && (typeof value === "string" || typeof value === "number")) seeds.add(String(value));
    else collect(value, seeds);
  }
}
