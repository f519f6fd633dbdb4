/** The places of the finite numbers, ascending by number. */
export function sortedPlaces(values: ArrayLike<number>): Uint32Array {
  const places: number[] = [];
  for (let place = 0; place < values.length; place++) if (Number.isFinite(values[place])) places.push(place);
  return Uint32Array.from(places).sort((a, b) => (values[a] as number) - (values[b] as number));
}

/**
 * The ranks of numbers, from 1; equal ones share the average of their ranks (as `scipy.stats.rankdata` by default).
 *
 * @param order The places that are ranked, ascending by number. @default all finite numbers
 * @returns A rank for each number, `NaN` for those that are not ranked.
 */
export function averageRanks(
  values: ArrayLike<number>,
  order: Uint32Array = sortedPlaces(values),
): Float64Array {
  const ranks = new Float64Array(values.length).fill(Number.NaN);
  for (let start = 0; start < order.length; ) {
    const value = values[order[start] as number];
    let end = start + 1;
    while (end < order.length && values[order[end] as number] === value) end++;
    for (let i = start; i < end; i++) ranks[order[i] as number] = (start + 1 + end) / 2;
    start = end;
  }
  return ranks;
}
