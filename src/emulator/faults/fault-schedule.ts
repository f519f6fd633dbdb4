import type { Fault, FaultPlan, FaultRule } from "./fault.ts";

interface Watch {
  rule: FaultRule;
  pattern: RegExp;
  attempts: Map<string, number>;
}

/** `:name` is one part between slashes, `*` any text; everything else is itself. */
function toPattern(path: string): RegExp {
  const source = path
    .replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
    .replace(/\\\*/g, ".*")
    .replace(/(?<=\/):\w+/g, "[^/]+");
  return new RegExp(`^${source}$`);
}

/** Says which requests meet which fault. */
export class FaultSchedule {
  readonly #watches: readonly Watch[];

  constructor(plan: FaultPlan) {
    this.#watches = plan.map((rule) => ({ rule, pattern: toPattern(rule.path), attempts: new Map() }));
  }

  /** Counts a request as an attempt of every rule that it fits and returns its fault, if it meets one. */
  next(method: string, path: string): Fault | null {
    let fault: Fault | null = null;
    for (const { rule, pattern, attempts } of this.#watches) {
      if ((rule.method !== undefined && rule.method !== method) || !pattern.test(path)) continue;
      const counted = rule.perPath ? path : "";
      const attempt = (attempts.get(counted) ?? 0) + 1;
      attempts.set(counted, attempt);
      if (rule.at === undefined || rule.at.includes(attempt)) fault ??= rule.fault;
    }
    return fault;
  }
}
