import type { Dialect } from "../../../engine/dialect/dialect.ts";
import type { LabelPlan } from "./label-plan.ts";
import { motionHeader } from "./motion-header.ts";

/**
 * The query of `staged_motion`: a row for each file of motion samples, from `motion` (the files, read as texts) and
 * `sources`: which of the plan's headers it has, and the lines below, or that it is odd.
 */
export function stagedMotionSql(dialect: Dialect, plan: LabelPlan): string {
  const { text } = dialect;
  const end = text("\n");
  const bare = `CASE WHEN substring(content, 1, 1) = ${text("\ufeff")} THEN substring(content, 2) ELSE content END`;
  const joined = `SELECT /*+ BROADCAST(s) */ s.file, s.job_id, s.place, replace(${bare}, ${text("\r\n")}, ${end}) AS content FROM motion m JOIN sources s ON m.file = s.file`;
  const headed = `SELECT *, ${dialect.item(dialect.split("content", end), "1")} AS line FROM (${joined})`;
  const below = `SELECT *, substring(content, length(line) + 2) AS body FROM (${headed})`;
  const inner = `CASE WHEN substring(body, length(body)) = ${end} THEN substring(body, 1, length(body) - 1) ELSE body END`;
  const none = `CAST(${dialect.list([])} AS ${dialect.type("string[]")})`;
  const lined = `SELECT *, CASE WHEN body = '' THEN ${none} ELSE ${dialect.split(inner, end)} END AS lines FROM (${below})`;
  const headers = plan.headers.map(motionHeader);
  const choice = (cases: readonly string[], otherwise: string): string =>
    cases.length === 0 ? otherwise : `CASE line ${cases.join(" ")} ELSE ${otherwise} END`;
  const numbers = headers.map(({ line }, number) => `WHEN ${text(line)} THEN ${number}`);
  const oddities = headers.map(({ line, pattern }) => {
    return `WHEN ${text(line)} THEN ${dialect.any("lines", "l", `NOT ${dialect.matches("l", pattern)}`)}`;
  });
  const odd = plan.fits ? `coalesce(${choice(oddities, "TRUE")}, TRUE)` : "TRUE";
  const judged = `SELECT *, ${odd} AS odd FROM (${lined})`;
  return `SELECT file, job_id, place, odd, ${choice(numbers, "-1")} AS header, CASE WHEN NOT odd THEN lines END AS lines FROM (${judged})`;
}
