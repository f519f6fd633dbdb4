import type { Dialect } from "../../../engine/dialect/dialect.ts";
import { field } from "./expressions.ts";
import type { ObjectTable } from "./label-fields.ts";
import type { LabelPlan } from "./label-plan.ts";
import { KEPT, LABEL, OBJECT } from "./table-sources.ts";

/** A problem of a file that is not odd: a field that is left out because it is nested. */
export interface DocumentProblem {
  file: string;
  job_id: string;
  /** The number of the file, of the part of the document, and of the object in it: problems are listed in this order. */
  place: number;
  part: number;
  entry: number;
  /** The number of the field, last in that order. */
  number: number;
  path: string;
  problem: "unread_field";
  message: string;
}

const PARTS: readonly ObjectTable[] = ["scenes", "categories", "images", "annotations"];

/**
 * The query of {@link DocumentProblem}, over `staged` and `odd_jobs`, in no order.
 *
 * @returns Null where the plan leaves out nothing.
 */
export function documentProblemsSql(dialect: Dialect, plan: LabelPlan): string | null {
  const queries = PARTS.flatMap((table, part) => {
    const unread = plan.extras[table].filter(({ use }) => use === "unread");
    return unread.map(({ path: [name = ""] }, number) => {
      const { from, object } = objectsOf(table, dialect);
      const about = dialect.text(
        `"${name}" of ${table} is left out: only scalars, lists and matrices can be columns`,
      );
      const text = `CAST(${field(object, name)} AS ${dialect.type("string")})`;
      const isThere = dialect.matches(text, "^\\s*[{\\[]\\s*[^\\]\\s]");
      const entries = `SELECT file, job_id, place, min(entry) AS entry FROM ${from} WHERE ${isThere} GROUP BY file, job_id, place`;
      const index = part === 0 ? "''" : `'[' || CAST(entry AS ${dialect.type("string")}) || ']'`;
      const root = dialect.text(part === 0 ? "$.info" : `$.${table}`);
      return `SELECT file, job_id, place, ${part} AS part, entry, ${number} AS number, ${root} || ${index} || ${dialect.text(`.${name}`)} AS path, 'unread_field' AS problem, ${about} AS message FROM (${entries})`;
    });
  });
  return queries.length === 0 ? null : queries.join(" UNION ALL ");
}

function objectsOf(table: ObjectTable, dialect: Dialect): { from: string; object: string } {
  if (table === "scenes") return { from: `(SELECT *, 0 AS entry FROM ${KEPT})`, object: "info" };
  const kept = table === "categories" ? `(SELECT * FROM ${KEPT} WHERE is_first)` : KEPT;
  const object = table === "annotations" ? LABEL : OBJECT;
  return { from: dialect.rows(kept, table, { item: OBJECT, place: "entry" }), object };
}
