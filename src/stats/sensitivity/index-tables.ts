import type { ColumnTable } from "arquero";
import type { ColumnLike } from "../../tables/column-type-of.ts";
import { makeColumn } from "../../tables/make-column.ts";
import { makeTable } from "../../tables/make-table.ts";
import type { Estimate } from "./bootstrap-margins.ts";
import type { MorrisIndices } from "./morris-indices.ts";
import type { SobolIndices } from "./sobol-indices.ts";

type Column = [string, ColumnLike];

/** A column of numbers; those that are too large for one are null. */
function numbers(name: string, values: readonly (number | null)[]): Column {
  return [
    name,
    makeColumn(
      "float64",
      values.map((value) => (Number.isFinite(value) ? value : null)),
    ),
  ];
}

/** The columns of estimates: value, half width, lower and upper end of the interval. */
function estimated(name: string, estimates: readonly Estimate[]): Column[] {
  const end = (sign: number) =>
    estimates.map(({ value, margin }) => (value === null || margin === null ? null : value + sign * margin));
  return [
    numbers(
      name,
      estimates.map(({ value }) => value),
    ),
    numbers(
      `${name}_conf`,
      estimates.map(({ margin }) => margin),
    ),
    numbers(`${name}_low`, end(-1)),
    numbers(`${name}_high`, end(1)),
  ];
}

/** Sobol' indices as a table, a row per parameter. */
export function sobolTable(parameters: readonly string[], { first, total }: SobolIndices): ColumnTable {
  const names: Column = ["parameter", makeColumn("string", [...parameters])];
  return makeTable([names, ...estimated("s1", first), ...estimated("st", total)]);
}

/** Second-order indices as a table, a row per pair of parameters. */
export function interactionTable(parameters: readonly string[], second: readonly Estimate[]): ColumnTable {
  const pairs = parameters.flatMap((a, i) => parameters.slice(i + 1).map((b) => [a, b] as const));
  return makeTable([
    [
      "parameter_a",
      makeColumn(
        "string",
        pairs.map(([a]) => a),
      ),
    ],
    [
      "parameter_b",
      makeColumn(
        "string",
        pairs.map(([, b]) => b),
      ),
    ],
    ...estimated("s2", second),
  ]);
}

/** What elementary effects tell as a table, a row per parameter. */
export function morrisTable(parameters: readonly string[], indices: readonly MorrisIndices[]): ColumnTable {
  return makeTable([
    ["parameter", makeColumn("string", [...parameters])],
    numbers(
      "mu",
      indices.map(({ mu }) => mu),
    ),
    ...estimated(
      "mu_star",
      indices.map(({ muStar }) => muStar),
    ),
    numbers(
      "sigma",
      indices.map(({ sigma }) => sigma),
    ),
  ]);
}
