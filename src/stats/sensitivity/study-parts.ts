import type { ColumnTable } from "arquero";
import { isTable } from "../../tables/is-table.ts";
import { type SensitivityDesign, type StudyPart, studyPart } from "./study-part.ts";

/**
 * The parts of a study, each with the results of its jobs.
 *
 * @throws {TypeError} When there are not as many results as designs, or the designs are not parts of one sensitivity design.
 * @throws {RecipeError} When a design is a recipe that this version cannot follow.
 */
export function studyParts(
  results: ColumnTable | readonly ColumnTable[],
  design: SensitivityDesign | readonly SensitivityDesign[],
): { results: ColumnTable; part: StudyPart }[] {
  const tables = (Array.isArray(results) ? results : [results]) as readonly ColumnTable[];
  const designs = (Array.isArray(design) ? design : [design]) as readonly SensitivityDesign[];
  if (!tables.every(isTable)) {
    throw new TypeError(
      'sensitivity needs a table of results, such as await dataset.table("jobs"), or a list of tables',
    );
  }
  if (tables.length !== designs.length || tables.length === 0) {
    throw new TypeError(
      `sensitivity needs as many tables of results as designs, got ${tables.length} and ${designs.length}`,
    );
  }
  const parts = tables.map((table, i) => ({
    results: table,
    part: studyPart(designs[i] as SensitivityDesign),
  }));
  const [first, other] = new Set(parts.map(({ part }) => JSON.stringify(part.plan)));
  if (first !== undefined && other === undefined) return parts;
  throw new TypeError("The designs are not parts of one sensitivity design: analyse each alone");
}
