import type { ParamValue } from "../api/wire-types.ts";

/** A rule over several parameters, which limits on each of them cannot say. */
export interface JointRule {
  /** The parameters that the rule is about. */
  readonly parameters: readonly string[];
  /** Whether the values of a job, in the order of `parameters`, defaults filled in, keep the rule. */
  holds(...values: ParamValue[]): boolean;
  /** What is wrong with values that break the rule. */
  message(...values: ParamValue[]): string;
}

const MOST_TRIMMED = 0.9;

/** At least a tenth of a motion must be left when its start and its end are trimmed. */
const TRIM_RULE: JointRule = {
  parameters: ["trim_start_frac", "trim_end_frac"],
  holds: (start, end) => Number(start) + Number(end) <= MOST_TRIMMED,
  message: (start, end) =>
    `"trim_start_frac" and "trim_end_frac" must sum to at most ${MOST_TRIMMED}, got ${start} + ${end}`,
};

/** The rules that servers are known to apply, whatever the generator, to parameters of these names. */
export const KNOWN_RULES: readonly JointRule[] = [TRIM_RULE];
