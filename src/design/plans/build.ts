import type { ColumnTable } from "arquero";
import { ParameterSpace } from "../../params/parameter-space.ts";
import { isTable } from "../../tables/is-table.ts";
import { type FillOptions, fill } from "../fill/fill.ts";
import { batches } from "../operators/batches.ts";
import { concat } from "../operators/concat.ts";
import { cross } from "../operators/cross.ts";
import { dedupe } from "../operators/dedupe.ts";
import { grid } from "../operators/grid.ts";
import { gridSource } from "../operators/grid-source.ts";
import { repeat } from "../operators/repeat.ts";
import { crossSource, type RowSource, tableSource } from "../operators/row-source.ts";
import { shuffle } from "../operators/shuffle.ts";
import { sweepFrom } from "../operators/sweep-from.ts";
import { takeFrom } from "../operators/take-from.ts";
import { zip } from "../operators/zip.ts";
import { type SampleColumns, type SampleOptions, sample } from "../sample.ts";
import { morris } from "../sensitivity/morris.ts";
import { saltelli } from "../sensitivity/saltelli.ts";
import { checkPlan } from "./check-plan.ts";
import { toDistribution } from "./distributions.ts";
import { toMethod } from "./methods.ts";
import type { Plan, PlanInput, SensitivityPlan } from "./plan.ts";
import { plannedTable } from "./planned-table.ts";
import { remember } from "./provenance.ts";

/** Tables that plans refer to, by their content hash. */
export type TablesByHash = ReadonlyMap<string, ColumnTable>;

function buildTable(plan: Extract<Plan, { op: "table" }>, tables: TablesByHash): ColumnTable {
  if (!("sha256" in plan)) return plannedTable(plan.columns);
  const table = tables.get(plan.sha256);
  if (table !== undefined) return table;
  throw new RangeError(
    `The plan needs a table that is not in it, with the content hash ${plan.sha256}: give it to fromRecipe as one of its tables`,
  );
}

function toColumns({ columns }: Extract<Plan, { op: "sample" }> | SensitivityPlan): SampleColumns {
  return Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, toDistribution(column)]));
}

function buildSample(plan: Extract<Plan, { op: "sample" }>): ColumnTable {
  const { n, seed, method, where, maxCandidates } = plan;
  const options: SampleOptions = { seed, where, maxCandidates };
  if (method !== undefined) options.method = toMethod(method);
  return sample(toColumns(plan), n, options);
}

function buildSensitivity(plan: SensitivityPlan): ColumnTable {
  const { seed } = plan;
  if (plan.op === "morris") return morris(toColumns(plan), plan.trajectories, { seed, levels: plan.levels });
  const { secondOrder, scramble } = plan;
  return saltelli(toColumns(plan), plan.n, { seed, secondOrder, scramble });
}

/** The rows of a plan; those of grids and their products are not built. */
function sourceOf(plan: PlanInput, tables: TablesByHash): RowSource {
  if (isTable(plan)) return tableSource(plan);
  checkPlan(plan);
  if (plan.op === "grid") return gridSource(plan.values, plan.vary);
  if (plan.op === "cross") return crossSource(plan.inputs.map((input) => sourceOf(input, tables)));
  return tableSource(buildWith(plan, tables));
}

/** Builds a plan whose tables may be elsewhere. */
export function buildWith(plan: PlanInput, tables: TablesByHash): ColumnTable {
  if (isTable(plan)) return plan;
  checkPlan(plan);
  if (plan.op === "table") return buildTable(plan, tables);
  if (plan.op === "sample") return buildSample(plan);
  if (plan.op === "saltelli" || plan.op === "morris") return buildSensitivity(plan);
  if (plan.op === "grid") return grid(plan.values, { vary: plan.vary });
  if (plan.op === "take") return remember(takeFrom(sourceOf(plan.inputs[0], tables), plan.n, plan), plan);
  const inputs = plan.inputs.map((input) => buildWith(input, tables));
  const [first, second] = inputs as [ColumnTable, ColumnTable];
  switch (plan.op) {
    case "fill":
      return fill(new ParameterSpace(plan.generator, { rules: plan.rules }), first, plan as FillOptions);
    case "zip":
      return zip(...inputs);
    case "cross":
      return cross(...inputs);
    case "concat":
      return concat(...inputs);
    case "repeat":
      return repeat(first, plan.times, plan);
    case "dedupe":
      return dedupe(first, plan);
    case "shuffle":
      return shuffle(first, plan);
    case "batches":
      return batchOf(first, plan);
    case "sweepFrom":
      return sweepFrom(first, second);
  }
}

function batchOf(source: ColumnTable, { size, index }: { size: number; index: number }): ColumnTable {
  const batch = batches(source, size)[index];
  if (batch !== undefined) return batch;
  throw new RangeError(`A table of ${source.numRows()} rows has no batch ${index} of ${size} rows`);
}

/**
 * Builds the table that a plan describes. It is the table that the operators of these names make.
 *
 * @param plan A plan, which may come from JSON.
 * @throws {TypeError} When the plan has an unknown operator, lacks an argument, or has one that the operator does not.
 * @throws {RangeError} As the operators do.
 * @example
 * ```ts
 * const plan = JSON.parse(`{ "op": "repeat", "times": 2, "inputs": [
 *   { "op": "grid", "values": { "num_reps": [1, 2] } }
 * ] }`);
 * build(plan).array("num_reps"); // [1, 2, 1, 2]
 * ```
 */
export function build(plan: Plan): ColumnTable {
  return buildWith(plan, new Map());
}
