/**
 * A query for how many finite numbers lie between an edge and the next, in rows of group, edge and count; those on the
 * last edge come with it. Parameters are the edges of all groups: `$groups`, `$places` and `$edges`.
 */
export function binsSql(definitions: string, cells: { from: "rows" | "items"; value: string }): string {
  return `WITH ${definitions},
    edges AS (SELECT unnest($groups::INTEGER[]) AS g, unnest($places::INTEGER[]) AS place, unnest($edges::DOUBLE[]) AS edge),
    finite AS (SELECT g, x::DOUBLE AS v, n FROM (SELECT g, ${cells.value} AS x, n FROM ${cells.from}) WHERE isfinite(x::DOUBLE))
    SELECT finite.g AS g, place, sum(n) AS n
    FROM finite ASOF JOIN edges ON finite.g = edges.g AND finite.v >= edges.edge
    GROUP BY ALL`;
}
