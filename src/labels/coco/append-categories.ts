import type { FileRows, Row } from "../file-rows.ts";
import type { LabelId } from "../label-id.ts";
import { copyFields } from "./copy-fields.ts";
import { TAKEN_COLUMNS } from "./taken-columns.ts";
import { vectorAt } from "./vector-at.ts";

const SKIP: ReadonlySet<string> = new Set(["id", "name", "color"]);

/**
 * Appends a file's categories to `categories`, except those that an earlier file of the job brought.
 *
 * @param options `ofJob`: the names of the job's categories so far, by id; added to.
 * @returns The names of the file's categories, by id; null where the name is not a text.
 */
export function appendCategories(
  rows: FileRows,
  categories: readonly Readonly<Row>[],
  { ofJob }: { ofJob: Map<LabelId, string | null> },
): Map<LabelId, string | null> {
  const names = new Map<LabelId, string | null>();
  for (const [index, category] of categories.entries()) {
    const path = `$.categories[${index}]`;
    const id = rows.id(category.id, `${path}.id`);
    const name = typeof category.name === "string" ? category.name : null;
    if (name === null) rows.reportWrongType(`${path}.name`, "a string", category.name);
    if (id !== null && names.has(id)) {
      rows.report(
        "duplicate_category_id",
        path,
        `Category ${id} is in the file more than once: the first counts`,
      );
      continue;
    }
    const known = id === null ? undefined : ofJob.get(id);
    if (id !== null) names.set(id, name);
    if (known === undefined) {
      if (id !== null) ofJob.set(id, name);
      const [color_r, color_g, color_b] = vectorAt(category, "color", { rows, path, length: 3 });
      const row: Row = { job_id: rows.jobId, category_id: id, name, color_r, color_g, color_b };
      const taken = TAKEN_COLUMNS.categories;
      copyFields(row, category, { table: "categories", rows, skip: SKIP, taken, path });
      rows.append("categories", row, () => path);
    } else if (name !== null && known !== name) {
      rows.report(
        "conflicting_category",
        path,
        `Category ${id} is "${name}" here and ${known === null ? "has no name" : `"${known}"`} in another file of ` +
          "the job: the table keeps the latter",
      );
    }
  }
  return names;
}
