import type { ColumnKind } from "../columns/column-kind.ts";
import { binCountsOf } from "./bin-counts.ts";
import { firstAtLeast } from "./counts/first-at-least.ts";
import type { FiniteCounts, NumberCounts } from "./counts/number-counts.ts";
import type { DescribeSettings } from "./describe-options.ts";
import type { CellsDescription } from "./finished-description.ts";
import { frequentNumbers } from "./frequent-values.ts";
import { binnedNumbers } from "./histogram-edges.ts";
import { momentsOf } from "./moments.ts";
import { mostFrequent } from "./most-frequent.ts";
import { numberEdges } from "./number-edges.ts";
import { quantilesOf } from "./quantiles.ts";

/** Describes counted numbers. */
export function describeNumbers(
  numbers: NumberCounts,
  { kind, settings }: { kind: ColumnKind; settings: DescribeSettings },
): CellsDescription {
  const { values, counts, total, positive, negative, missing } = numbers;
  const { mean, sd, skewness, kurtosis } = momentsOf(values, counts);
  const edges = numberEdges(binnedNumbers(numbers), kind, { bins: settings.bins });
  const isNumeric = kind === "numeric";
  return {
    count: total + positive + negative,
    missing,
    infinite: isNumeric ? positive + negative : null,
    distinct: values.length + Number(positive > 0) + Number(negative > 0),
    mean,
    sd,
    skewness,
    kurtosis,
    min: values[0] ?? null,
    max: values.at(-1) ?? null,
    quantiles: quantilesOf(numbers, settings.quantiles),
    zeros: isNumeric ? zeroCount(numbers) : null,
    bin_edges: Array.from(edges),
    bin_counts: Array.from(binCountsOf(numbers, edges)),
    ...mostFrequent(frequentNumbers(numbers, kind, Math.max(1, settings.top)), settings.top),
  };
}

function zeroCount({ values, counts }: FiniteCounts): number {
  const place = firstAtLeast(values, 0);
  if (values[place] !== 0) return 0;
  return counts === null ? 1 : (counts[place] as number);
}
