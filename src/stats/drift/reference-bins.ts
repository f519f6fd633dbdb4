import { quantileSorted } from "simple-statistics";

/**
 * The edges between bins that hold about the same number of reference values: their quantiles, as few as ties leave. A
 * value so frequent that several quantiles fall on it has a bin of its own. The first and last bin are open to the outside.
 *
 * @param reference Finite numbers, ascending, of which there are at least two different ones.
 * @param bins How many bins to aim at.
 */
export function referenceEdges(reference: Float64Array, bins: number): Float64Array {
  const edges = new Set<number>();
  for (let i = 1; i < bins; i++) {
    // It reads typed arrays as it does arrays.
    const edge = quantileSorted(reference as unknown as number[], i / bins);
    if (edges.has(edge)) edges.add(above(reference, edge));
    edges.add(edge);
  }
  return Float64Array.from(edges).sort();
}

/** Halfway from a value to the next one; above the largest, as far as the next smaller one is away. */
function above(reference: Float64Array, value: number): number {
  const next = reference.find((other) => other > value);
  if (next !== undefined) return (value + next) / 2;
  const smaller = reference.findLast((other) => other < value) as number;
  return value + (value - smaller) / 2;
}

/**
 * How many values fall between edges: a bin begins with its lower edge and ends before its upper one.
 *
 * @param values Finite numbers, ascending.
 */
export function binCounts(values: Float64Array, edges: Float64Array): Float64Array {
  const counts = new Float64Array(edges.length + 1);
  let bin = 0;
  for (const value of values) {
    while (bin < edges.length && value >= (edges[bin] as number)) bin++;
    counts[bin] = (counts[bin] as number) + 1;
  }
  return counts;
}
