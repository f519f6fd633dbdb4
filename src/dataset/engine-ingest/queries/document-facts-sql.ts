import type { Dialect } from "../../../engine/dialect/dialect.ts";
import { field } from "./expressions.ts";

/** What `documentFactsSql` tells of a label file. */
export interface DocumentFacts {
  file: string;
  job_id: string;
  place: number;
  /** Whether the file is for the JavaScript readers; the rest is null then. */
  odd: boolean;
  frames: number | null;
  annotations: number | null;
  fov_sum: number | null;
  fov_count: number | null;
  occlusion_sum: number | null;
  occlusion_count: number | null;
}

/**
 * The query of {@link DocumentFacts}, a row for each file of `staged`, in no order. A file whose categories are not those
 * of the first file of its job is odd, too.
 */
export function documentFactsSql(dialect: Dialect): string {
  const text = dialect.type("string");
  const category = `CAST(${field("c", "id")} AS ${text}) || ' ' || ${field("c", "name")}`;
  const persons = dialect.filter("annotations", "a", "a.category = 'person'");
  const totals = (["percent_in_fov", "percent_occlusion"] as const).map((name) => {
    const values = dialect.map(persons, "a", field("a", "label", name));
    // What is not finite is left out.
    return `${dialect.filter(values, "n", "n - n = 0")} AS ${name}`;
  });
  const lists = `SELECT file, job_id, place, odd, ${dialect.length("images")} AS frames, ${dialect.length("annotations")} AS annotations, ${totals.join(", ")}, ${dialect.map("categories", "c", category)} AS names FROM staged`;
  const first = "first_value(names) OVER (PARTITION BY job_id ORDER BY place)";
  const firsts = `SELECT *, ${first} AS first_names FROM (${lists})`;
  const isOther = `coalesce(NOT odd AND ${dialect.any("names", "c", `${dialect.find("first_names", "c")} = 0`)}, FALSE)`;
  const numbers = ["percent_in_fov", "percent_occlusion"].map((name, place) => {
    const prefix = ["fov", "occlusion"][place];
    return `${dialect.listSum(name)} AS ${prefix}_sum, ${dialect.length(name)} AS ${prefix}_count`;
  });
  return `SELECT file, job_id, place, odd OR ${isOther} AS odd, frames, annotations, ${numbers.join(", ")} FROM (${firsts})`;
}
