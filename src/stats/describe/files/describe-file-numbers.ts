import { columnKind } from "../../columns/column-kind.ts";
import type { CellsDescription } from "../finished-description.ts";
import type { BinnedNumbers } from "../histogram-edges.ts";
import { momentsFromSums } from "../moments.ts";
import { mostFrequent } from "../most-frequent.ts";
import { numberEdges } from "../number-edges.ts";
import { numberText } from "../number-text.ts";
import { between, quantilePlace } from "../quantiles.ts";
import { fileBinCounts } from "./file-bin-counts.ts";
import type { ByGroup, FileCells, FileContext } from "./file-cells.ts";
import { countOf, type GroupRow, groupRows, numberOf, presenceOf, topsOf } from "./group-rows.ts";
import { numbersSql } from "./numbers-sql.ts";
import { countsSql } from "./rows-sql.ts";
import { valueSql } from "./value-sql.ts";

/** Describes numbers, truth values or moments of files. */
export async function describeFileNumbers(
  cells: FileCells,
  { query, settings }: FileContext,
): Promise<ByGroup<CellsDescription>> {
  const { type, definitions, from } = cells;
  const kind = columnKind(type);
  const isInteger = type === "int32" || type === "int64";
  const value = valueSql(type, cells.duckDbType);
  const text = numbersSql({
    definitions: `${definitions}, ${countsSql(from, value)}`,
    text: isInteger ? "x::VARCHAR" : null,
    quantiles: [...settings.quantiles, 0.25, 0.75],
    top: Math.max(1, settings.top),
  });
  const rows = await groupRows(query(text));
  const edgesOf = (row: GroupRow | undefined): Float64Array =>
    numberEdges(outlineOf(row, settings.quantiles.length), kind, { bins: settings.bins });
  const counts = await fileBinCounts(query, {
    ...cells,
    value,
    groups: Array.from(rows, ([group, row]) => [group, edgesOf(row)] as const),
  });
  return (group) => {
    const row = rows.get(group);
    const frequent = topsOf<number | string>(row).map((each) => ({
      text: typeof each.value === "string" ? each.value : numberText(each.value, kind),
      count: each.count,
    }));
    const { mean, sd, skewness, kurtosis } = momentsOfRow(row);
    const isNumeric = kind === "numeric";
    return {
      ...presenceOf(row),
      infinite: isNumeric ? countOf(row, "infinite") : null,
      distinct: countOf(row, "distinct"),
      mean,
      sd,
      skewness,
      kurtosis,
      min: numberOf(row, "lowest"),
      max: numberOf(row, "highest"),
      quantiles: settings.quantiles.map((probability, i) => quantileOf(row, probability, i)),
      zeros: isNumeric ? countOf(row, "zeros") : null,
      bin_edges: Array.from(edgesOf(row)),
      bin_counts: counts(group),
      ...mostFrequent(frequent, settings.top),
    };
  };
}

function momentsOfRow(row: GroupRow | undefined): ReturnType<typeof momentsFromSums> {
  const sums = ["s1", "s2", "s3", "s4"].map((name) => countOf(row, name)) as [number, number, number, number];
  return momentsFromSums({
    count: countOf(row, "total"),
    unit: countOf(row, "unit"),
    center: countOf(row, "center"),
    sums,
  });
}

function quantileOf(row: GroupRow | undefined, probability: number, i: number): number | null {
  const highest = numberOf(row, "highest");
  if (highest === null) return null;
  const low = numberOf(row, `low${i}`) ?? highest;
  return between(
    low,
    numberOf(row, `high${i}`) ?? highest,
    quantilePlace(countOf(row, "total"), probability).share,
  );
}

/** @param quartiles The place of the lower one among the quantiles; the upper one is next. */
function outlineOf(row: GroupRow | undefined, quartiles: number): BinnedNumbers | null {
  const [min, max] = [numberOf(row, "lowest"), numberOf(row, "highest")];
  if (min === null || max === null) return null;
  const [low, high] = [0.25, 0.75].map(
    (probability, i) => quantileOf(row, probability, quartiles + i) as number,
  ) as [number, number];
  return { total: countOf(row, "total"), min, max, spread: high - low, isWhole: row?.whole === true };
}
