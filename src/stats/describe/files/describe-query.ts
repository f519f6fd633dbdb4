import type { ColumnTable } from "arquero";
import type { Engine } from "../../../engine/engine.ts";
import { type DescribeOptions, describeSettings } from "../describe-options.ts";
import { describeRows } from "./describe-rows.ts";
import { rowSource } from "./row-source.ts";

/** Options of {@link describeQuery}. */
export interface DescribeQueryOptions extends DescribeOptions {
  /** Stops the statements on the engine; the promise rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
}

/**
 * Describes the columns of a query's rows on an engine, as `describe` does those of a table in memory: with the same
 * numbers, but for rounding. The engine counts the different values of the columns, keeps these counts while it is asked
 * for them, and gives back no more than a few rows of each.
 *
 * The query runs several times: rows that are costly to come by are best stored first, such as by
 * `engine.writeTable`. Columns have the types that results of `engine.query` have. Moments are taken to the microsecond.
 *
 * @param query One SELECT without parameters, in the engine's dialect, such as `SELECT * FROM annotations`.
 * @returns A table as that of `describe`.
 * @throws {RangeError} When there is no such column, a weight is negative or infinite, or an option is out of range.
 * @throws {TypeError} When weights are no numbers, a group column has lists, or there is no such option.
 * @throws {QueryError} When the engine cannot run it.
 * @throws {EngineConnectionError} When the cluster is lost.
 * @throws The signal's reason, when it aborts.
 * @example
 * ```ts
 * const engine = await openEngine("duckdb:"); // of a cluster: "sc://host:15002"
 * await engine.registerDataset({ jobs: aq.table({ scene: ["GYM", "BEDROOM", "GYM"], reps: [3, 5, null] }) });
 * const reps = await describeQuery(engine, "SELECT * FROM jobs WHERE scene = 'GYM'", { columns: ["reps"] });
 * reps.select("column", "count", "missing", "mean").objects(); // [{ column: "reps", count: 1, missing: 1, mean: 3 }]
 * await engine.close();
 * ```
 */
export async function describeQuery(
  engine: Engine,
  query: string,
  options: DescribeQueryOptions = {},
): Promise<ColumnTable> {
  const settings = describeSettings(options, ["signal"]);
  const { signal } = options;
  signal?.throwIfAborted();
  // A comment may end the query.
  const source = rowSource(engine, { from: `(${query.replace(/[;\s]+$/, "")}\n)`, signal });
  return describeRows(source, { options, settings });
}
