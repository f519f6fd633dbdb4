import type { Dialect } from "../../../engine/dialect/dialect.ts";
import { field } from "./expressions.ts";
import type { LabelPlan } from "./label-plan.ts";
import { oddDocument } from "./odd-document.ts";

/** The columns of `staged` that say what a row is of. */
const KEYS = "file, job_id, camera, place, is_first";

/**
 * The query of `staged`: a row for each label file, from `documents` (the files, read with `documentColumns`) and
 * `sources`, which has `file`, `job_id`, `camera` and `place`, the number of the file in the order of the rows. Odd
 * files have nothing but their keys. Annotations are structures of the frame's number and the category's name, and the
 * annotation itself.
 *
 * @param options `ordered`: whether rows are laid out by job, which they must be where jobs have several label files.
 */
export function stagedSql(dialect: Dialect, plan: LabelPlan, { ordered }: { ordered: boolean }): string {
  const first = "row_number() OVER (PARTITION BY job_id ORDER BY place) = 1";
  const sources = `SELECT file, job_id, camera, place, ${first} AS is_first FROM sources`;
  const joined = `SELECT /*+ BROADCAST(s) */ s.*, d.broken, d.info, d.categories, d.images, d.annotations FROM documents d JOIN (${sources}) s ON d.file = s.file`;
  const ids = (list: string): string => dialect.map(list, "c", field("c", "id"));
  const keyed = `SELECT *, ${ids("images")} AS image_ids, ${ids("categories")} AS category_ids FROM (${joined})`;
  const placed = dialect.struct([
    ["image_place", dialect.find("image_ids", field("a", "image_id"))],
    ["category_place", dialect.find("category_ids", field("a", "category_id"))],
    ["label", "a"],
  ]);
  const labelled = `SELECT *, ${dialect.map("annotations", "a", placed)} AS labels FROM (${keyed})`;
  const judged = `SELECT *, ${oddDocument(plan, dialect)} AS odd FROM (${labelled})`;
  const named = dialect.struct([
    ["frame_number", field(dialect.item("images", "nullif(a.image_place, 0)"), "frame_number")],
    ["category", field(dialect.item("categories", "nullif(a.category_place, 0)"), "name")],
    ["label", "a.label"],
  ]);
  const unless = (value: string, name: string): string => `CASE WHEN NOT odd THEN ${value} END AS ${name}`;
  const kept = ["info", "categories", "images"].map((name) => unless(name, name));
  const staged = `SELECT ${KEYS}, odd, ${kept.join(", ")}, ${unless(dialect.map("labels", "a", named), "annotations")} FROM (${judged})`;
  if (!ordered) return staged;
  return dialect.name === "spark"
    ? `${staged} DISTRIBUTE BY job_id SORT BY place`
    : `${staged} ORDER BY place`;
}
