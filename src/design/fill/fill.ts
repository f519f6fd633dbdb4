import type { ColumnTable } from "arquero";
import type { ParamInfo } from "../../params/job-params.ts";
import { KNOWN_RULES } from "../../params/joint-rule.ts";
import { paramColumnType } from "../../params/param-column-type.ts";
import type { ParameterSpace } from "../../params/parameter-space.ts";
import { type Jobs, toJobTable } from "../../params/to-job-table.ts";
import type { ColumnLike } from "../../tables/column-type-of.ts";
import { constantColumn } from "../../tables/constant-column.ts";
import { fitsType } from "../../tables/fits-type.ts";
import { makeTable } from "../../tables/make-table.ts";
import { shownColumn } from "../../tables/shown-column.ts";
import { checkCount } from "../check-count.ts";
import { drawColumn } from "../draw-column.ts";
import { planned, remember } from "../plans/provenance.ts";
import { randomPoints } from "../random/random-points.ts";
import { redraw } from "../random/redraw.ts";
import { checkSeed, type Seed } from "../random/seed-key.ts";
import { type FillColumnOptions, fillColumn, toParamColumn } from "./fill-column.ts";
import { type FilledColumn, keepRules } from "./keep-rules.ts";
import { spaceDistribution } from "./space-distribution.ts";

/** Options of {@link fill}. */
export type FillOptions =
  | {
      /** Fills with the generator's defaults. */
      with: "default";
    }
  | {
      /** Fills with random values over each parameter's range. */
      with: "random";
      /** Decides every value that is filled in. */
      seed: Seed;
      /** The row number of the first job, for jobs that are filled a few at a time. @default 0 */
      firstRow?: number | undefined;
    };

function checkOptions(options: FillOptions): void {
  if (options.with === "default") return;
  if (options.with !== "random") {
    throw new TypeError(
      `with must be "default" or "random", got ${JSON.stringify((options as FillOptions).with)}`,
    );
  }
  checkSeed(options.seed);
  checkCount("firstRow", options.firstRow ?? 0);
}

/** The options that a recipe keeps. */
function keptOptions(options: FillOptions): FillOptions {
  if (options.with === "default") return { with: "default" };
  return { with: "random", seed: options.seed, firstRow: options.firstRow };
}

/** Where the values of a parameter come from that jobs do not give. */
function sourceOf(param: ParamInfo, n: number, options: FillOptions): FillColumnOptions {
  const distribution = options.with === "random" ? spaceDistribution(param) : null;
  if (options.with === "default" || distribution === null) {
    const value = param.default_value;
    const type = paramColumnType(param.type);
    const fits = value === null || fitsType(value, type);
    return {
      whole: () => (fits ? constantColumn(type, value, n) : new Array<unknown>(n).fill(value)),
      filler: (values, rows) => {
        for (let i = 0; i < rows.length; i++) values[rows[i] as number] = value;
      },
    };
  }
  const { seed, firstRow: first = 0 } = options;
  const redrawn = redraw(seed, param.name);
  return {
    whole: () => {
      return toParamColumn(param, drawColumn(distribution, randomPoints(seed, param.name), { n, first }));
    },
    filler: (values, rows, draw) => {
      const put = (row: number, u: number) => {
        values[row] = distribution.quantile(u);
      };
      redrawn({ rows, first, draw, put });
    },
  };
}

/**
 * Gives every job a value for every parameter; given values stay, but booleans for numbers become 0 or 1. Random
 * values are uniform over the choices, or over the range from min to max (both ends included for integers); other
 * parameters get their default. A random value depends on the seed, the parameter and the row alone, not on what else
 * is given; only where it would break a rule over several parameters it is drawn again, up to 1,000 times: `validateJobs` tells
 * where that was in vain.
 *
 * @param jobs A table or records.
 * @returns The given columns, then the others in the generator's order.
 * @throws {TypeError} When `with` is neither, or random values are wanted without a seed.
 * @example
 * ```ts
 * const jobs = fill(session.space, [{ num_reps: 3 }, { camera_height: 1 }], { with: "random", seed: 42 });
 * jobs.select("num_reps", "camera_height", "scene").objects(); // [
 * //   { num_reps: 3, camera_height: 1.3680…, scene: "BEDROOM_4" },
 * //   { num_reps: 15, camera_height: 1, scene: "BEDROOM_2" }
 * // ]
 * jobs.numCols(); // 22
 * ```
 */
export function fill(space: ParameterSpace, jobs: Jobs, options: FillOptions): ColumnTable {
  checkOptions(options);
  const jobTable = toJobTable(jobs, space);
  const given = new Set(jobTable.columnNames());
  const columns = new Map<string, FilledColumn>();
  for (const param of space.generator.params) {
    const column = given.has(param.name) ? shownColumn(jobTable, param.name) : null;
    const source = sourceOf(param, jobTable.numRows(), options);
    columns.set(param.name, {
      given: column,
      filler: source.filler,
      column: fillColumn(param, column, source),
    });
  }
  const kept = options.with === "random" ? keepRules(space.rules, columns) : [];
  for (const [name, column] of kept) {
    columns.set(name, {
      ...(columns.get(name) as FilledColumn),
      column: toParamColumn(space.get(name), column),
    });
  }
  const names = [...given, ...space.names.filter((name) => !given.has(name))];
  const filled = makeTable(
    names.map((name): [string, ColumnLike] => [
      name,
      columns.get(name)?.column ?? shownColumn(jobTable, name),
    ]),
  );
  const rules = space.rules.filter((rule) => !KNOWN_RULES.includes(rule));
  const { generator } = space;
  return remember(filled, {
    op: "fill",
    generator,
    rules,
    ...keptOptions(options),
    inputs: [planned(jobTable)],
  });
}
