import type { ColumnTable } from "arquero";
import type { ProblemKind } from "./check-value.ts";

const TITLES: Record<ProblemKind, string> = {
  unsupported: "Unsupported parameters",
  type: "Type violations",
  cast: "Type casting violations",
  min: "Constraint violations",
  max: "Constraint violations",
  choices: "Constraint violations",
  rule: "Constraint violations",
};

/**
 * The problems of {@link validateJobs} as one text per job, grouped by kind.
 *
 * @param numJobs The number of jobs that were checked.
 * @returns One entry per job: its problems, or `null` where it has none.
 */
export function problemsByJob(problems: ColumnTable, numJobs: number): (string | null)[] {
  const groups: Map<string, string[]>[] = Array.from({ length: numJobs }, () => new Map());
  for (const { row, problem, message } of problems.objects() as {
    row: number;
    problem: ProblemKind;
    message: string;
  }[]) {
    const title = TITLES[problem];
    const group = groups[row]?.get(title);
    if (group === undefined) groups[row]?.set(title, [message]);
    else group.push(message);
  }
  return groups.map((group) => {
    if (group.size === 0) return null;
    return [...group]
      .map(([title, messages]) => `${title}:\n${messages.map((m) => `  ${m}`).join("\n")}`)
      .join("\n");
  });
}
