import { type ColumnTable, table } from "arquero";
import fc from "fast-check";
import { designColumn } from "../../src/design/design-column.ts";
import type { ParamValue } from "../../src/params/job-params.ts";

const VALUES: readonly fc.Arbitrary<ParamValue>[] = [
  fc.integer({ min: -3, max: 3 }),
  fc.double({ min: -2, max: 2, noNaN: true }),
  fc.constantFrom("a", "b", "é"),
  fc.boolean(),
];

const SUFFIXES = ["constructor", "a b", "é", "0", "toString"];

function column(name: string, rows: number): fc.Arbitrary<[string, ParamValue[]]> {
  return fc
    .constantFrom(...VALUES)
    .chain((value) =>
      fc.array(fc.option(value, { freq: 5 }), { minLength: rows, maxLength: rows, size: "max" }),
    )
    .map((values) => [name, values]);
}

/** Tables of job parameters whose column names start with a prefix; some are filtered and in order. */
export function randomDesign(prefix: string): fc.Arbitrary<ColumnTable> {
  const names = fc.uniqueArray(fc.constantFrom(...SUFFIXES), { minLength: 1, maxLength: 3 });
  return fc
    .tuple(names, fc.nat({ max: 6 }), fc.boolean())
    .chain(([suffixes, rows, hidden]) =>
      fc.tuple(fc.constant(hidden), ...suffixes.map((suffix) => column(prefix + suffix, rows))),
    )
    .map(([hidden, ...columns]) => {
      const all = table(columns.map(([name, values]) => [name, designColumn(values)]));
      if (!hidden) return all;
      const first = columns[0]?.[0] ?? "";
      return all.filter(`d => d[${JSON.stringify(first)}] !== null`).orderby(first);
    });
}
