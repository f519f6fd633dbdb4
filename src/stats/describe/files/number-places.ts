import { type MomentSums, momentsFromSums } from "../moments.ts";
import { between, quantilePlace, ROUNDING } from "../quantiles.ts";
import { type ByCell, type CellRow, countOf, numberOf, rowByCell, rowsOf } from "./cell-rows.ts";
import { finiteSql, unitOf } from "./number-totals.ts";
import type { RowSource } from "./row-source.ts";
import { type Counts, overSql } from "./rows-sql.ts";
import { doubleSql } from "./value-sql.ts";
import { pieces, valuesSql } from "./values-sql.ts";

/** The moments of numbers, and their quantiles. */
export interface NumberPlaces {
  readonly moments: ReturnType<typeof momentsFromSums>;
  readonly quantiles: readonly (number | null)[];
}

/**
 * Adds up the powers of counted numbers, and finds those on either side of each quantile.
 *
 * @param totals What {@link numberTotals} gives.
 */
export async function numberPlaces(
  { query }: RowSource,
  { counts, totals, quantiles }: { counts: Counts; totals: readonly CellRow[]; quantiles: readonly number[] },
): Promise<ByCell<NumberPlaces>> {
  const places = quantiles.map((_, i) => `place${i}`);
  const neighbours = places.map(
    (place, i) => `min(v) FILTER (WHERE reached > ${place}) AS low${i},
      min(v) FILTER (WHERE reached > ${place} + 1) AS high${i}`,
  );
  const found: CellRow[] = [];
  for (const some of pieces(totals.filter((row) => countOf(row, "total") > 0))) {
    const known = some.map((row) => {
      const { unit, center } = unitOf(row);
      const reached = quantiles.map((each) => quantilePlace(countOf(row, "total"), each).place + ROUNDING);
      return [countOf(row, "c"), countOf(row, "g"), ...[unit, center, ...reached].map(doubleSql)];
    });
    const text = `SELECT c, g, sum(n * d) AS s1, sum(n * d * d) AS s2, sum(n * d * d * d) AS s3,
        sum(n * d * d * d * d) AS s4${neighbours.map((each) => `, ${each}`).join("")}
      FROM (
        SELECT known.*, v, n, reached, v / unit - center AS d
        FROM (SELECT c, g, v, n, sum(n) ${overSql(counts, "v")} AS reached FROM ${finiteSql(counts)}) AS running
          JOIN ${valuesSql("known", ["c", "g", "unit", "center", ...places], known)}
          ON running.c = known.c AND running.g = known.g) AS placed
      GROUP BY c, g`;
    found.push(...rowsOf(await query(text)));
  }
  const [total, sums] = [rowByCell(totals), rowByCell(found)];
  return (c, g) => placesOf(total(c, g), sums(c, g), quantiles);
}

function placesOf(
  total: CellRow | undefined,
  sums: CellRow | undefined,
  quantiles: readonly number[],
): NumberPlaces {
  const count = countOf(total, "total");
  const highest = numberOf(total, "highest");
  const powers = ["s1", "s2", "s3", "s4"].map((name) => countOf(sums, name)) as unknown;
  return {
    moments: momentsFromSums({
      count,
      ...(total === undefined ? { unit: 1, center: 0 } : unitOf(total)),
      sums: powers as MomentSums["sums"],
    }),
    quantiles: quantiles.map((probability, i) => {
      if (highest === null) return null;
      const [low, high] = [numberOf(sums, `low${i}`) ?? highest, numberOf(sums, `high${i}`) ?? highest];
      return between(low, high, quantilePlace(count, probability).share);
    }),
  };
}
