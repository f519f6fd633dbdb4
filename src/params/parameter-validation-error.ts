import type { ColumnTable } from "arquero";
import { InfinityFramesError } from "../util/infinity-frames-error.ts";

const SHOWN = 20;

/**
 * Jobs do not fit the generator. Nothing was sent.
 *
 * @example
 * ```ts
 * try {
 *   await session.submit([{ num_reps: 3 }, { num_reps: 0, scene: "GYM" }]);
 * } catch (error) {
 *   if (!(error instanceof ParameterValidationError)) throw error;
 *   error.problems.select("row", "parameter", "problem").objects(); // [
 *   //   { row: 1, parameter: "num_reps", problem: "min" },
 *   //   { row: 1, parameter: "scene", problem: "choices" }
 *   // ]
 * }
 * ```
 */
export class ParameterValidationError extends InfinityFramesError {
  override name = "ParameterValidationError";
  /** All problems, as `validateJobs` gives them. */
  readonly problems: ColumnTable;

  constructor(problems: ColumnTable) {
    const rows = problems.array("row") as ArrayLike<number>;
    const messages = problems.array("message") as ArrayLike<string>;
    const lines = Array.from(rows, (row, index) => `  job ${row}: ${messages[index]}`);
    const rest = lines.length > SHOWN ? `\n  … and ${lines.length - SHOWN} more` : "";
    const count = lines.length === 1 ? "1 problem" : `${lines.length} problems`;
    super("PARAMETER_VALIDATION", `The jobs have ${count}:\n${lines.slice(0, SHOWN).join("\n")}${rest}`);
    this.problems = problems;
  }
}
