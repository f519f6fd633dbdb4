import type { ParamValue } from "../../params/job-params.ts";
import type { ColumnLike } from "../../tables/column-type-of.ts";
import { makeTable } from "../../tables/make-table.ts";
import { designColumn } from "../design-column.ts";
import type { Derived, RowView } from "./derive.ts";
import { type Expression, evaluate } from "./expression.ts";
import { LazyColumn } from "./lazy-column.ts";
import { viewOf } from "./row-views.ts";

function isDerived(column: ColumnLike | Derived): column is Derived {
  return "kind" in column && column.kind === "derive";
}

/**
 * Computes derived columns, each after the ones that it reads.
 *
 * @param columns The other columns, and the derived ones, in the order of the result.
 * @throws {RangeError} When derived columns need each other.
 * @throws {TypeError} When an expression cannot be read.
 */
export function deriveColumns(
  columns: ReadonlyMap<string, ColumnLike | Derived>,
  n: number,
): [string, ColumnLike][] {
  const all = new Map<string, ColumnLike>();
  let open: string[] = [];
  let current = 0;

  /** Computes something of a column, unless that is being done already. */
  function compute<T>(name: string, work: () => T): T {
    if (open.includes(name)) throw new RangeError(`Columns ${[...open, name].join(" -> ")} need each other`);
    const before = open;
    open = [...open, name];
    const result = work();
    open = before;
    return result;
  }

  function byFunction(name: string, work: (row: RowView) => ParamValue): ColumnLike {
    const cells = new Array<ParamValue | undefined>(n);
    let row: RowView | undefined;
    return new LazyColumn(n, (place) => {
      const known = cells[place];
      if (known !== undefined) return known;
      const outer = current;
      current = place;
      row ??= viewOf(all, () => current);
      const value = compute(name, () => work(row as RowView) ?? null);
      current = outer;
      cells[place] = value;
      return value;
    });
  }

  function byExpression(name: string, expression: Expression): ColumnLike {
    let values: ArrayLike<unknown> | undefined;
    return new LazyColumn(n, (place) => {
      values ??= compute(name, () => {
        return evaluate(makeTable([...all]), expression, { what: `column "${name}" by` });
      });
      return values[place] ?? null;
    });
  }

  for (const [name, column] of columns) {
    if (!isDerived(column)) all.set(name, column);
    else if (typeof column.compute === "string") all.set(name, byExpression(name, column.compute));
    else all.set(name, byFunction(name, column.compute));
  }
  return [...all].map(([name, column]) => {
    return [name, column instanceof LazyColumn ? designColumn(Array.from(column)) : column];
  });
}
