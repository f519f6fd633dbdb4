import type { JobParams } from "../api/wire-types.ts";

/** A rule over several parameters, which limits on each of them cannot say. */
export interface JointRule {
  /** The parameters that the rule is about. */
  readonly parameters: readonly string[];
  /**
   * Checks one job.
   *
   * @param job The values of the rule's parameters, defaults filled in; each of them keeps its own limits.
   * @returns What is wrong, or `null` where the rule holds.
   */
  check(job: JobParams): string | null;
}

const MOST_TRIMMED = 0.9;

/** At least a tenth of a motion must be left when its start and its end are trimmed. */
const TRIM_RULE: JointRule = {
  parameters: ["trim_start_frac", "trim_end_frac"],
  check: ({ trim_start_frac, trim_end_frac }) => {
    if (Number(trim_start_frac) + Number(trim_end_frac) <= MOST_TRIMMED) return null;
    const sum = `${trim_start_frac} + ${trim_end_frac}`;
    return `"trim_start_frac" and "trim_end_frac" must sum to at most ${MOST_TRIMMED}, got ${sum}`;
  },
};

/** The rules that servers are known to apply, whatever the generator, to parameters of these names. */
export const KNOWN_RULES: readonly JointRule[] = [TRIM_RULE];
