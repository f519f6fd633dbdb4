import { binsSql } from "./bins-sql.ts";
import type { ByGroup, FileCells } from "./file-cells.ts";
import type { Query } from "./query.ts";

/** What {@link fileBinCounts} counts. */
export interface FileBins extends FileCells {
  /** The number of a cell, in SQL. */
  readonly value: string;
  /** The edges of the bins of each group. */
  readonly groups: readonly (readonly [group: number, edges: Float64Array])[];
}

/** How many numbers lie in each bin, for each group. */
export async function fileBinCounts(
  query: Query,
  { definitions, from, value, groups }: FileBins,
): Promise<ByGroup<number[]>> {
  const counts = new Map(
    groups.map(([group, edges]) => [group, new Array<number>(Math.max(0, edges.length - 1)).fill(0)]),
  );
  const all = groups.flatMap(([group, edges]) =>
    Array.from(edges, (edge, place) => ({ group, place, edge })),
  );
  if (all.length > 0) {
    const found = await query(binsSql(definitions, { from, value }), {
      groups: all.map(({ group }) => group),
      places: all.map(({ place }) => place),
      edges: all.map(({ edge }) => edge),
    });
    for (const row of found.objects({ limit: Number.POSITIVE_INFINITY })) {
      const { g, place, n } = row as { g: number; place: number; n: number };
      const bins = counts.get(g) ?? [];
      const bin = Math.min(place, bins.length - 1);
      bins[bin] = (bins[bin] as number) + n;
    }
  }
  return (group) => counts.get(group) ?? [];
}
