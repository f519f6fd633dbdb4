import { ROUNDING } from "../quantiles.ts";
import { literalSql } from "./value-sql.ts";

/** What {@link numbersSql} asks for. */
export interface NumbersQuery {
  /** The definitions up to `counts`. */
  readonly definitions: string;
  /** A value `x` as text, for the most frequent ones; null where the number is enough. */
  readonly text: string | null;
  readonly quantiles: readonly number[];
  readonly top: number;
}

/**
 * A query for what describes counted numbers: sums of powers and, for quantiles, the values on either side of each, in
 * one row for each group. A value's power is taken of how far it lies above a rough mean, in a unit in which the fourth
 * power of each is a number.
 */
export function numbersSql({ definitions, text, quantiles, top }: NumbersQuery): string {
  const places = quantiles.map((probability, i) => {
    const place = `floor(greatest(0, (total - 1) * ${literalSql(probability)}))`;
    return `min(v) FILTER (reached > ${place} + ${literalSql(ROUNDING)}) AS low${i},
      min(v) FILTER (reached > ${place} + 1 + ${literalSql(ROUNDING)}) AS high${i}`;
  });
  return `WITH ${definitions},
    finite AS (SELECT g, x::DOUBLE AS v, n FROM counts WHERE isfinite(x::DOUBLE)),
    outlines AS (
      SELECT g, sum(n) AS total, min(v) AS lowest, max(v) AS highest, bool_and(v = floor(v)) AS whole,
        coalesce(sum(n) FILTER (v = 0), 0) AS zeros, greatest(abs(min(v)), abs(max(v))) AS magnitude
      FROM finite GROUP BY g),
    units AS (
      SELECT g, total, CASE WHEN magnitude > 0 AND (magnitude < ${literalSql(2 ** -200)} OR magnitude > ${literalSql(2 ** 200)})
        THEN pow(2::DOUBLE, floor(log2(magnitude))) ELSE 1 END AS unit
      FROM outlines),
    centers AS (
      SELECT g, any_value(unit) AS unit, sum(n * (v / unit)) / any_value(total) AS center
      FROM finite JOIN units USING (g) GROUP BY g),
    powers AS (
      SELECT g, any_value(unit) AS unit, any_value(center) AS center,
        sum(n * d) AS s1, sum(n * d * d) AS s2, sum(n * d * d * d) AS s3, sum(n * d * d * d * d) AS s4
      FROM (SELECT g, n, unit, center, v / unit - center AS d FROM finite JOIN centers USING (g)) GROUP BY g),
    running AS (SELECT g, v, sum(n) OVER (PARTITION BY g ORDER BY v) AS reached FROM finite),
    places AS (SELECT g, ${places.join(", ")} FROM running JOIN outlines USING (g) GROUP BY g),
    ${topSql(text ?? "x::DOUBLE", top)},
    totals AS (
      SELECT g, coalesce(sum(n) FILTER (x IS NULL), 0) AS missing,
        coalesce(sum(n) FILTER (x IS NOT NULL), 0) AS present,
        coalesce(sum(n) FILTER (NOT isfinite(x::DOUBLE)), 0) AS infinite, count(x)::INTEGER AS "distinct"
      FROM counts GROUP BY g)
    SELECT * FROM totals LEFT JOIN outlines USING (g) LEFT JOIN powers USING (g) LEFT JOIN places USING (g)
      LEFT JOIN tops USING (g)`;
}

/** A definition of `tops`, which has for each group its most frequent values and how often they come, in order. */
export function topSql(text: string, top: number): string {
  return `ranked AS (
      SELECT g, ${text} AS text, n, row_number() OVER (PARTITION BY g ORDER BY n DESC, x) AS place
      FROM counts WHERE x IS NOT NULL QUALIFY place <= ${top}),
    tops AS (
      SELECT g, list(text ORDER BY place) AS top_values, list(n ORDER BY place) AS top_counts
      FROM ranked GROUP BY g)`;
}
