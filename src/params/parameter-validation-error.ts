import type { ColumnTable } from "arquero";
import { InfinityFramesError } from "../util/infinity-frames-error.ts";

const SHOWN = 20;

/** Jobs do not fit the generator. Nothing was sent. */
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
