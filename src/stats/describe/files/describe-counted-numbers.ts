import type { ColumnKind } from "../../columns/column-kind.ts";
import type { DescribeSettings } from "../describe-options.ts";
import type { CellsDescription } from "../finished-description.ts";
import { mostFrequent } from "../most-frequent.ts";
import { numberEdges } from "../number-edges.ts";
import { numberText } from "../number-text.ts";
import { type ByCell, type CellRow, countOf, numberOf, presenceOf, rowByCell } from "./cell-rows.ts";
import { numberBins } from "./number-bins.ts";
import { type NumberPlaces, numberPlaces } from "./number-places.ts";
import { numberTotals } from "./number-totals.ts";
import type { RowSource } from "./row-source.ts";
import type { Counts } from "./rows-sql.ts";
import { topValues } from "./top-values.ts";

/** Numbers, truth values or moments that an engine has counted. */
export interface CountedNumbers {
  readonly counts: Counts;
  /** The kinds of the columns. */
  readonly kinds: readonly ColumnKind[];
  /** Whether they are integers, all of whose digits tell. */
  readonly areIntegers: boolean;
  readonly settings: DescribeSettings;
}

/** Describes counted numbers, truth values or moments. */
export async function describeCountedNumbers(
  source: RowSource,
  { counts, kinds, areIntegers, settings }: CountedNumbers,
): Promise<ByCell<CellsDescription>> {
  const { quantiles, bins, top } = settings;
  const totals = await numberTotals(source, counts);
  const places = await numberPlaces(source, { counts, totals, quantiles: [...quantiles, 0.25, 0.75] });
  const edgesOf = (row: CellRow): Float64Array => {
    const [c, g] = [countOf(row, "c"), countOf(row, "g")];
    return numberEdges(outlineOf(row, places(c, g)), kinds[c] as ColumnKind, { bins });
  };
  const cells = totals.map((row) => ({ c: countOf(row, "c"), g: countOf(row, "g"), edges: edgesOf(row) }));
  const binCounts = await numberBins(source, { counts, cells });
  const tops = await topValues(source, { counts, top, value: areIntegers ? "CAST(x AS STRING)" : "x" });
  const total = rowByCell(totals);
  return (c, g) => {
    const row = total(c, g);
    const { moments, quantiles: found } = places(c, g);
    const { count: _, ...known } = moments;
    const kind = kinds[c] as ColumnKind;
    const frequent = tops(c, g).map(({ value, n }) => ({
      text: kind === "numeric" && areIntegers ? String(value) : numberText(Number(value), kind),
      count: n as number,
    }));
    const isNumeric = kind === "numeric";
    return {
      ...presenceOf(row),
      ...known,
      infinite: isNumeric ? countOf(row, "infinite") : null,
      distinct: countOf(row, "distinct"),
      min: numberOf(row, "lowest"),
      max: numberOf(row, "highest"),
      quantiles: found.slice(0, quantiles.length),
      zeros: isNumeric ? countOf(row, "zeros") : null,
      bin_edges: row === undefined ? [] : Array.from(edgesOf(row)),
      bin_counts: binCounts(c, g),
      ...mostFrequent(frequent, top),
    };
  };
}

/** @param places Of which the last two quantiles are the quartiles. */
function outlineOf(row: CellRow, { quantiles }: NumberPlaces): Parameters<typeof numberEdges>[0] {
  const [min, max] = [numberOf(row, "lowest"), numberOf(row, "highest")];
  if (min === null || max === null) return null;
  const [low, high] = quantiles.slice(-2) as [number, number];
  return { total: countOf(row, "total"), min, max, spread: high - low, isWhole: row.whole === true };
}
