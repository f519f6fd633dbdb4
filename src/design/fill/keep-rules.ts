import { brokenRows } from "../../params/broken-rows.ts";
import type { JointRule } from "../../params/joint-rule.ts";
import type { ColumnLike } from "../../tables/column-type-of.ts";
import { rowRange } from "../../util/row-range.ts";
import type { Filler } from "./fill-column.ts";

const MOST_DRAWS = 1000;

/** A parameter's column, and where its values come from. */
export interface FilledColumn {
  readonly column: ColumnLike;
  /** What the jobs gave; null where none gives the parameter. */
  readonly given: ColumnLike | null;
  readonly filler: Filler;
}

/** Rules that must be kept together, because they share parameters, some with others between them. */
interface RuleGroup {
  readonly rules: readonly JointRule[];
  readonly parameters: readonly string[];
}

function groupRules(rules: readonly JointRule[]): RuleGroup[] {
  return rules.reduce<RuleGroup[]>((groups, rule) => {
    const sharing = groups.filter(({ parameters }) =>
      rule.parameters.some((name) => parameters.includes(name)),
    );
    const parameters = [...sharing.flatMap((group) => group.parameters), ...rule.parameters];
    return [
      ...groups.filter((group) => !sharing.includes(group)),
      { rules: [...sharing.flatMap((group) => group.rules), rule], parameters: [...new Set(parameters)] },
    ];
  }, []);
}

/** Values that may change: only numbers that any value of the column fits among stay where they are. */
function changeable(column: ColumnLike): unknown[] {
  if (column instanceof Float64Array) return column as unknown as unknown[];
  return Array.from(column, (value) => (typeof value === "bigint" ? Number(value) : value));
}

function brokenByAny(
  rules: readonly JointRule[],
  values: ReadonlyMap<string, unknown[]>,
  rows: Uint32Array,
): Uint32Array {
  const broken = rules.map((rule) => {
    return brokenRows(
      rule,
      rule.parameters.map((name) => values.get(name) as unknown[]),
      rows,
    );
  });
  if (broken.length === 1) return broken[0] as Uint32Array;
  return Uint32Array.from(new Set(broken.flatMap((each) => [...each]))).sort();
}

/**
 * Draws again what was drawn in the rows that break a rule, until they keep all rules or it seems that they cannot.
 *
 * @param columns The columns of the rules' parameters, and any others.
 * @returns The columns of the rules' parameters afterwards; arrays of floating-point numbers that hold drawn values
 * change in place.
 */
export function keepRules(
  rules: readonly JointRule[],
  columns: ReadonlyMap<string, FilledColumn>,
): Map<string, ColumnLike> {
  const kept = new Map<string, ColumnLike>();
  for (const { rules: together, parameters } of groupRules(rules)) {
    const parts = parameters.map((name) => ({ name, ...(columns.get(name) as FilledColumn) }));
    const values = new Map(parts.map(({ name, column }) => [name, changeable(column)]));
    let rows = brokenByAny(together, values, rowRange(0, parts[0]?.column.length ?? 0));
    for (let draw = 1; rows.length > 0 && draw < MOST_DRAWS; draw++) {
      for (const { name, given, filler } of parts) {
        const drawn = given === null ? rows : rows.filter((row) => (given.at(row) ?? null) === null);
        filler(values.get(name) as unknown[], drawn, draw);
      }
      rows = brokenByAny(together, values, rows);
    }
    for (const [name, list] of values) kept.set(name, list);
  }
  return kept;
}
