import type { ColumnTable } from "arquero";
import { buildWith, type TablesByHash } from "../../design/plans/build.ts";
import { checkRecipe } from "../../design/plans/check-recipe.ts";
import type { Plan } from "../../design/plans/plan.ts";
import { plannedTable } from "../../design/plans/planned-table.ts";
import type { Recipe } from "../../design/plans/recipe.ts";
import { type TracedRows, traceRows } from "../../design/plans/trace-rows.ts";
import { isTable } from "../../tables/is-table.ts";
import { isRecord } from "../../util/is-record.ts";

/** A design as `sensitivity` takes it: a table that operators made, its recipe, or a plan. */
export type SensitivityDesign = ColumnTable | Recipe | Plan;

/** A design with the sensitivity design that is in it. */
export interface StudyPart extends TracedRows {
  /** The whole design, of which jobs were made. */
  table: ColumnTable;
}

function isRecipe(design: SensitivityDesign): design is Recipe {
  return !isTable(design) && "recipe" in design;
}

function tablesOf(design: SensitivityDesign): TablesByHash {
  if (!isRecipe(design)) return new Map();
  checkRecipe(design);
  return new Map(Object.entries(design.tables).map(([hash, columns]) => [hash, plannedTable(columns)]));
}

/**
 * Finds the sensitivity design in a design.
 *
 * @throws {TypeError} When there is none or several, or `design` is no design at all.
 * @throws {RecipeError} When it is a recipe that this version cannot follow.
 */
export function studyPart(design: SensitivityDesign): StudyPart {
  if (!isRecord(design)) {
    throw new TypeError(`sensitivity needs design: a table, a recipe or a plan, got ${String(design)}`);
  }
  const tables = tablesOf(design);
  const input = isRecipe(design) ? (design.plan as unknown as Plan) : design;
  const traced = traceRows(input, tables);
  if (traced !== undefined) return { table: buildWith(input, tables), ...traced };
  throw new TypeError(
    "The design was not made by saltelli() or morris(), or does not know it: a table knows as long as only operators of " +
      "this library touched it (Arquero's own verbs make tables that do not); a table from a file needs its recipe, " +
      "design: JSON.parse(parquetMetadata(bytes).recipe)",
  );
}
