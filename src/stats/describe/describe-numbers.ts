import type { ColumnKind } from "../columns/column-kind.ts";
import { binCountsOf } from "./bin-counts.ts";
import { type FiniteCounts, finiteCounts } from "./counts/finite-counts.ts";
import { firstAtLeast } from "./counts/first-at-least.ts";
import type { NumberCounts } from "./counts/number-counts.ts";
import { sum } from "./counts/sum.ts";
import type { CellsDescription } from "./describe-column.ts";
import type { DescribeSettings } from "./describe-options.ts";
import { frequentNumbers } from "./frequent-values.ts";
import { momentsOf } from "./moments.ts";
import { mostFrequent } from "./most-frequent.ts";
import { numberEdges } from "./number-edges.ts";
import { quantilesOf } from "./quantiles.ts";

/** Describes counted numbers. */
export function describeNumbers(
  all: NumberCounts,
  { kind, settings }: { kind: ColumnKind; settings: DescribeSettings },
): CellsDescription {
  const { values, counts, missing } = all;
  const finite = finiteCounts(all);
  const { mean, sd, skewness, kurtosis } = momentsOf(finite.values, finite.counts);
  const edges = numberEdges(finite, kind, { bins: settings.bins });
  const frequent = frequentNumbers(all, { kind, number: Math.max(1, settings.top) });
  return {
    count: sum(counts),
    missing,
    infinite: kind === "numeric" ? infiniteCount(all) : null,
    distinct: values.length,
    mean,
    sd,
    skewness,
    kurtosis,
    min: finite.values[0] ?? null,
    max: finite.values.at(-1) ?? null,
    quantiles: quantilesOf(finite, settings.quantiles),
    zeros: kind === "numeric" ? zeroCount(finite) : null,
    bin_edges: Array.from(edges),
    bin_counts: Array.from(binCountsOf(finite, edges)),
    ...mostFrequent(frequent, settings.top),
  };
}

function infiniteCount({ values, counts }: NumberCounts): number {
  const negative = values[0] === Number.NEGATIVE_INFINITY ? (counts[0] as number) : 0;
  const positive = values.at(-1) === Number.POSITIVE_INFINITY ? (counts.at(-1) as number) : 0;
  return negative + positive;
}

function zeroCount({ values, counts }: FiniteCounts): number {
  const place = firstAtLeast(values, 0);
  return values[place] === 0 ? (counts[place] as number) : 0;
}
