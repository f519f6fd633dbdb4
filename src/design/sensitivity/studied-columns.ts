import type { Distribution } from "../distributions/distribution.ts";
import type { DistributionPlan } from "../plans/plan.ts";
import type { SampleColumns } from "../sample.ts";

/** Columns as a sensitivity design takes them, or as a plan of one holds them. */
export type StudyColumns = Readonly<Record<string, SampleColumns[string] | DistributionPlan>>;

/** Whether a column varies by itself, so that its influence can be told. */
export function isStudied({ kind }: Pick<Distribution, "kind">): boolean {
  return kind !== "constant" && kind !== "derive";
}

/** The names of the parameters of a sensitivity design in order: the columns that are neither constant nor derived. */
export function studiedColumns(columns: StudyColumns): string[] {
  // What is no distribution at all is left to `sample` to refuse.
  return Object.keys(columns).filter((name) => isStudied(columns[name] ?? { kind: "" }));
}

/**
 * The names of the parameters, of which a design must have some.
 *
 * @param design The name of the function, for the error.
 * @throws {TypeError} When every column is constant or derived.
 */
export function needStudiedColumns(columns: StudyColumns, design: string): string[] {
  const names = studiedColumns(columns);
  if (names.length > 0) return names;
  throw new TypeError(`${design}() needs a column that varies: all of its columns are constant or derived`);
}
