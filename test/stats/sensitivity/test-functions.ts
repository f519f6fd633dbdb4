import type { ColumnTable } from "arquero";
import type { Distribution } from "../../../src/design/distributions/distribution.ts";
import { uniform } from "../../../src/design/distributions/uniform.ts";

const angle = (): Distribution => uniform(-Math.PI, Math.PI);

/** The space of Ishigami and Homma (1990). */
export const ISHIGAMI: Record<string, Distribution> = { x1: angle(), x2: angle(), x3: angle() };

/** The function of Ishigami and Homma (1990) with a = 7, b = 0.1. */
export function ishigami([x1 = 0, x2 = 0, x3 = 0]: readonly number[]): number {
  return Math.sin(x1) + 7 * Math.sin(x2) ** 2 + 0.1 * x3 ** 4 * Math.sin(x1);
}

/** The g-function of Sobol' (Saltelli and Sobol' 1995). */
export function sobolG(a: readonly number[]): (x: readonly number[]) => number {
  return (x) =>
    a.reduce((all, each, i) => (all * (Math.abs(4 * (x[i] as number) - 2) + each)) / (1 + each), 1);
}

/** The outcome of each row of a design of numbers. */
export function outcomesOf(design: ColumnTable, model: (x: readonly number[]) => number): Float64Array {
  const columns = design.columnNames().map((name) => design.array(name) as ArrayLike<number>);
  return Float64Array.from({ length: design.numRows() }, (_, row) =>
    model(columns.map((column) => column[row] as number)),
  );
}
