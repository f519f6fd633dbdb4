/** Up to so many places are kept in order while the counts go by; for more, all are sorted. */
const FEW = 100;

/**
 * The places of the largest of some counts, largest first.
 *
 * @param number How many places to give at most.
 * @param compare The order of places of equal counts; without it the smaller place comes first.
 */
export function topPlaces(
  counts: ArrayLike<number>,
  number: number,
  compare: (a: number, b: number) => number = (a, b) => a - b,
): number[] {
  const order = (a: number, b: number): number =>
    (counts[b] as number) - (counts[a] as number) || compare(a, b);
  if (number > FEW)
    return Array.from(counts as number[], (_, place) => place)
      .sort(order)
      .slice(0, number);
  const top: number[] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (let place = 0; place < counts.length; place++) {
    if ((counts[place] as number) < last) continue;
    if (top.length === number && order(top.at(-1) as number, place) < 0) continue;
    let rank = top.length;
    while (rank > 0 && order(place, top[rank - 1] as number) < 0) rank--;
    top.splice(rank, 0, place);
    if (top.length > number) top.pop();
    if (top.length === number) last = counts[top.at(-1) as number] as number;
  }
  return top;
}
