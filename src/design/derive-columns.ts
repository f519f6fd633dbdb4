import type { ParamValue } from "../params/job-params.ts";
import type { ColumnLike } from "../tables/column-type-of.ts";
import type { Derived, RowView } from "./derive.ts";
import { designColumn } from "./design-column.ts";

function isDerived(column: ColumnLike | Derived): column is Derived {
  return "kind" in column && column.kind === "derive";
}

/**
 * Computes derived columns, each after the ones that it reads.
 *
 * @param columns The other columns, and the derived ones, in the order of the result.
 * @throws {RangeError} When derived columns need each other.
 */
export function deriveColumns(
  columns: ReadonlyMap<string, ColumnLike | Derived>,
  n: number,
): [string, ColumnLike][] {
  const derived = new Map<string, (ParamValue | undefined)[]>();
  for (const [name, column] of columns) if (isDerived(column)) derived.set(name, new Array(n));
  let current = 0;
  let open: string[] = [];
  const view: RowView = Object.defineProperties(
    Object.create(null),
    Object.fromEntries(
      [...columns].map(([name, column]) => {
        const get = isDerived(column) ? () => compute(name, column) : () => column.at(current);
        return [name, { enumerable: true, get }];
      }),
    ),
  );

  function compute(name: string, column: Derived): ParamValue {
    const cells = derived.get(name) as (ParamValue | undefined)[];
    const known = cells[current];
    if (known !== undefined) return known;
    if (open.includes(name)) throw new RangeError(`Columns ${[...open, name].join(" -> ")} need each other`);
    open = [...open, name];
    const value = column.compute(view) ?? null;
    open = open.slice(0, -1);
    cells[current] = value;
    return value;
  }

  if (derived.size > 0)
    for (current = 0; current < n; current++) for (const name of derived.keys()) view[name];
  return [...columns].map(([name, column]) => [
    name,
    isDerived(column) ? designColumn(derived.get(name) ?? []) : column,
  ]);
}
