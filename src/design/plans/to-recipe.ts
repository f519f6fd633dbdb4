import type { ColumnTable } from "arquero";
import { findColumnType } from "../../tables/column-type-of.ts";
import { isTable } from "../../tables/is-table.ts";
import { shownColumn } from "../../tables/shown-column.ts";
import { isRecord } from "../../util/is-record.ts";
import { LIBRARY_VERSION } from "../../util/library-version.ts";
import { checkCount } from "../check-count.ts";
import { ALGORITHMS } from "./algorithms.ts";
import { build } from "./build.ts";
import { contentHash } from "./content-hash.ts";
import { DISTRIBUTIONS } from "./distributions.ts";
import { METHODS } from "./methods.ts";
import type { Plan, PlanInput, PlannedColumn } from "./plan.ts";
import { planned } from "./provenance.ts";
import type { Recipe, RecipePlan } from "./recipe.ts";

/** Options of {@link toRecipe}. */
export interface ToRecipeOptions {
  /**
   * The most rows of an input table that the recipe holds itself. Larger ones, and tables with values that JSON cannot
   * hold (`NaN`, infinities, -0, 64-bit integers, dates), are referred to by their content hash.
   * @default 10_000
   */
  embedRows?: number | undefined;
}

/** What JSON gives back as it was. */
function isExact(value: unknown): boolean {
  if (typeof value === "number") return Number.isFinite(value) && !Object.is(value, -0);
  if (Array.isArray(value)) return value.every(isExact);
  return value === null || typeof value === "string" || typeof value === "boolean";
}

/** An argument of an operator as JSON; `path` says where it stands, for errors. */
function toJson(value: unknown, { op, path }: { op: string; path: string }): unknown {
  if (isExact(value)) return value;
  if (typeof value === "function") {
    throw new TypeError(
      `Cannot make a recipe: ${op} has a function in "${path}", and only texts can be kept` +
        (path.startsWith("rules") ? "" : '; write it as an Arquero expression, such as "d => d.x > 1"'),
    );
  }
  if (Array.isArray(value)) return value.map((item, i) => toJson(item, { op, path: `${path}[${i}]` }));
  if (!isRecord(value) || ![Object.prototype, null].includes(Object.getPrototypeOf(value))) {
    throw new TypeError(
      `Cannot make a recipe: ${op} has ${Object.is(value, -0) ? "-0" : String(value)} in "${path}", which JSON cannot hold`,
    );
  }
  const entries = Object.entries(named(value, { op, path })).filter(([, item]) => item !== undefined);
  return Object.fromEntries(
    entries.map(([key, item]) => [key, toJson(item, { op, path: path === "" ? key : `${path}.${key}` })]),
  );
}

/** A distribution or a method without its functions; other objects as they are. */
function named(
  value: Record<string, unknown>,
  { op, path }: { op: string; path: string },
): Record<string, unknown> {
  const isFunction = (name: string): boolean => typeof value[name] === "function";
  const known = isFunction("quantile") ? DISTRIBUTIONS : isFunction("streams") ? METHODS : null;
  if (known === null) return value;
  if (known.has(String(value.kind))) return { kind: value.kind, args: value.args };
  throw new TypeError(
    `Cannot make a recipe: ${op} has "${value.kind}" in "${path}", which is not one of ${[...known.keys()].join(", ")}`,
  );
}

/** A table's columns as JSON, or null where JSON would change a value. */
function toColumns(table: ColumnTable): PlannedColumn[] | null {
  const columns = table.columnNames().map((name): PlannedColumn => {
    const column = shownColumn(table, name);
    return { name, type: findColumnType(column), values: Array.from(column, (value) => value ?? null) };
  });
  return columns.every(({ values }) => values.every(isExact)) ? columns : null;
}

/**
 * How to make a design again, as JSON: the operators that made it with their arguments and seeds, the tables that went
 * into it, and the versions of all. Tables remember the operators of this library that made them; tables made in other
 * ways go into the recipe by their content.
 *
 * @param design A table that operators made, or a plan.
 * @throws {TypeError} When an operator holds a function (in `where`, `derive` or a rule), a distribution or a method of
 * one's own, or a value that JSON cannot hold; the message names the operator.
 * @example
 * ```ts
 * const study = cross(sample({ camera_height: uniform(1, 2) }, 2, { seed: 42 }), grid({ num_reps: [1, 2] }));
 * const recipe = await toRecipe(study);
 * recipe.plan.op; // "cross"
 * await writeTable(study, "study.parquet", { format: "parquet", metadata: { recipe: JSON.stringify(recipe) } });
 * ```
 */
export async function toRecipe(
  design: ColumnTable | Plan,
  { embedRows = 10_000 }: ToRecipeOptions = {},
): Promise<Recipe> {
  checkCount("embedRows", embedRows);
  const tables: Record<string, PlannedColumn[]> = {};

  async function leaf(table: ColumnTable): Promise<RecipePlan> {
    const sha256 = await contentHash(table);
    const columns = table.numRows() <= embedRows ? toColumns(table) : null;
    if (columns !== null) tables[sha256] = columns;
    return { op: "table", sha256 };
  }

  async function node(input: PlanInput): Promise<RecipePlan> {
    const plan = planned(input);
    if (isTable(plan)) return leaf(plan);
    const { op } = plan;
    const { inputs, ...rest } = { inputs: undefined, ...plan };
    const args = toJson(rest, { op, path: "" }) as RecipePlan;
    if (inputs === undefined) return args;
    const below: RecipePlan[] = [];
    for (const each of inputs as readonly PlanInput[]) below.push(await node(each));
    return { ...args, inputs: below };
  }

  const plan = await node(design);
  const table = isTable(design) ? design : build(design);
  return {
    recipe: 1,
    library: LIBRARY_VERSION,
    algorithms: ALGORITHMS,
    rows: table.numRows(),
    sha256: await contentHash(table),
    plan,
    tables,
  };
}
