import type { ParamValue } from "../params/job-params.ts";
import type { Derived, RowView } from "./derive.ts";

/**
 * Computes derived columns, each after the ones that it reads.
 *
 * @param columns The values of the other columns, and the derived ones.
 * @throws {RangeError} When derived columns need each other.
 */
export function deriveColumns(
  columns: ReadonlyMap<string, readonly ParamValue[] | Derived>,
  n: number,
): Map<string, readonly ParamValue[]> {
  const values = new Map<string, readonly ParamValue[]>();
  let current = 0;
  let open: string[] = [];
  const view: RowView = Object.defineProperties(
    Object.create(null),
    Object.fromEntries(
      [...columns.keys()].map((name) => [name, { enumerable: true, get: () => read(name) }]),
    ),
  );
  const derived = new Map<string, (ParamValue | undefined)[]>();
  for (const [name, column] of columns) {
    if ("kind" in column) derived.set(name, new Array<ParamValue | undefined>(n));
    else values.set(name, column);
  }

  function read(name: string): ParamValue {
    const given = values.get(name)?.[current];
    if (given !== undefined) return given;
    const known = derived.get(name)?.[current];
    return known === undefined ? compute(name) : known;
  }

  function compute(name: string): ParamValue {
    if (open.includes(name)) throw new RangeError(`Columns ${[...open, name].join(" -> ")} need each other`);
    open = [...open, name];
    const value = (columns.get(name) as Derived).compute(view) ?? null;
    open = open.slice(0, -1);
    (derived.get(name) as ParamValue[])[current] = value;
    return value;
  }

  for (current = 0; current < n; current++) for (const name of derived.keys()) read(name);
  return new Map(
    [...columns.keys()].map((name) => [name, values.get(name) ?? (derived.get(name) as ParamValue[])]),
  );
}
