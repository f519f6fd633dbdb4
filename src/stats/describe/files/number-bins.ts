import { firstBeyond } from "../counts/first-at-least.ts";
import { type ByCell, type CellRow, cellKey, countOf, rowsOf } from "./cell-rows.ts";
import { finiteSql } from "./number-totals.ts";
import type { RowSource } from "./row-source.ts";
import type { Counts } from "./rows-sql.ts";
import { doubleSql } from "./value-sql.ts";
import { pieces, valuesSql } from "./values-sql.ts";

/** The edges of the bins of the numbers of a column in a group. */
export interface CellEdges {
  readonly c: number;
  readonly g: number;
  readonly edges: Float64Array;
}

/**
 * How many counted numbers lie in each bin. Edges are as good as evenly spaced: a number's bin is guessed, and then the
 * edges say whether it is that one or one beside it.
 */
export async function numberBins(
  source: RowSource,
  { counts, cells }: { counts: Counts; cells: readonly CellEdges[] },
): Promise<ByCell<number[]>> {
  const found = new Map(cells.map((cell) => [cellKey({ ...cell }), emptyBins(cell)]));
  const some = cells.filter(({ edges }) => edges.length > 1);
  for (const piece of pieces(some.filter(isGuessed), ({ edges }) => edges.length)) {
    for (const row of rowsOf(await source.query(guessedSql(counts, piece)))) {
      add(found.get(cellKey(row)) ?? [], countOf(row, "place"), row);
    }
  }
  // So close to each other that they are not evenly spaced, there are few different numbers.
  for (const piece of pieces(some.filter((cell) => !isGuessed(cell)))) {
    const edgesOf = new Map(piece.map((cell) => [cellKey({ ...cell }), cell.edges]));
    for (const row of rowsOf(await source.query(numbersSql(counts, piece)))) {
      const edges = edgesOf.get(cellKey(row)) as Float64Array;
      add(found.get(cellKey(row)) ?? [], firstBeyond(edges, countOf(row, "v")) - 1, row);
    }
  }
  return (c, g) => found.get(cellKey({ c, g })) ?? [];
}

function emptyBins({ edges }: CellEdges): number[] {
  return new Array<number>(Math.max(0, edges.length - 1)).fill(0);
}

function add(bins: number[], place: number, row: CellRow): void {
  const bin = Math.min(place, bins.length - 1);
  bins[bin] = (bins[bin] as number) + countOf(row, "n");
}

/** How a bin is guessed: by how far a number's half is from an origin; halves do not leave the range of numbers. */
function guessOf({ edges }: CellEdges): { origin: number; factor: number; last: number } {
  const [origin, bins] = [(edges[0] as number) * 0.5, edges.length - 1];
  return { origin, factor: bins / ((edges[bins] as number) * 0.5 - origin), last: bins - 1 };
}

/** Whether no number's bin is farther than one from the guess. */
function isGuessed(cell: CellEdges): boolean {
  const { origin, factor, last } = guessOf(cell);
  return (
    factor < Number.POSITIVE_INFINITY &&
    cell.edges.every((edge, i) => {
      const guess = Math.min(last, Math.floor((edge * 0.5 - origin) * factor));
      return guess >= Math.min(i, last) - 1 && guess <= i;
    })
  );
}

function guessedSql(counts: Counts, cells: readonly CellEdges[]): string {
  const guesses = cells.map((cell) => {
    const { origin, factor, last } = guessOf(cell);
    return [cell.c, cell.g, doubleSql(origin), doubleSql(factor), doubleSql(last)];
  });
  const bins = cells.flatMap(({ c, g, edges }) =>
    Array.from(edges.subarray(1), (high, i) => [c, g, i, doubleSql(edges[i] as number), doubleSql(high)]),
  );
  return `SELECT c, g, place, sum(n) AS n FROM (
      SELECT bins.c, bins.g, n,
        bins.guess + CASE WHEN v < low THEN -1 WHEN v >= high THEN 1 ELSE 0 END AS place
      FROM (
        SELECT finite.c, finite.g, v, n,
          CAST(least(last, floor((v * ${doubleSql(0.5)} - origin) * factor)) AS INTEGER) AS guess
        FROM ${finiteSql(counts)}
          JOIN ${valuesSql("guesses", ["c", "g", "origin", "factor", "last"], guesses)}
          ON finite.c = guesses.c AND finite.g = guesses.g) AS guessed
      JOIN ${valuesSql("bins", ["c", "g", "guess", "low", "high"], bins)}
        ON guessed.c = bins.c AND guessed.g = bins.g AND guessed.guess = bins.guess) AS placed
    GROUP BY c, g, place`;
}

function numbersSql(counts: Counts, cells: readonly CellEdges[]): string {
  const wanted = valuesSql(
    "wanted",
    ["c", "g"],
    cells.map(({ c, g }) => [c, g]),
  );
  return `SELECT finite.c, finite.g, v, n FROM ${finiteSql(counts)}
    JOIN ${wanted} ON finite.c = wanted.c AND finite.g = wanted.g`;
}
