import type { GeneratorInfo, JobParams, ParamValue } from "../../api/wire-types.ts";
import { GENERATORS } from "../generators/generators.ts";
import type { JobDraft } from "../store/job.ts";
import type { JobStore } from "../store/job-store.ts";
import { paramProblem } from "./param-problem.ts";
import { showValue } from "./show-value.ts";

/** A job as a request gives it, before it is known to be valid. */
export interface RawJob {
  name: string;
  is_preview: boolean;
  param_values: Record<string, unknown>;
}

/** A job that may be submitted, or everything that is wrong with it. */
export type CheckedJob = { draft: JobDraft; problems: [] } | { draft: null; problems: string[] };

function ownProblems(info: GeneratorInfo, values: Record<string, unknown>): Map<string, string> {
  const known = new Map(info.params.map((param) => [param.name, param]));
  const problems = new Map<string, string>();
  for (const [name, value] of Object.entries(values)) {
    const param = known.get(name);
    const problem = param
      ? paramProblem(param, value)
      : `${showValue(name)} is not a parameter of ${info.name}`;
    if (problem !== null) problems.set(name, problem);
  }
  return problems;
}

function stateProblems(
  state: ParamValue | undefined,
  { info, store }: { info: GeneratorInfo; store: JobStore },
): string[] {
  if (typeof state !== "string") return [];
  const base = store.job(state);
  if (!base) return [`"state" must be the id of an earlier job, got ${showValue(state)}`];
  if (base.model.info.name === info.name) return [];
  return [`"state" must be the id of a job of ${info.name}, got one of ${base.model.info.name}`];
}

/** Checks one job by the rules of its generator and fills in defaults. */
export function checkJob({ name, is_preview, param_values }: RawJob, store: JobStore): CheckedJob {
  const model = GENERATORS.get(name);
  if (!model) return { draft: null, problems: [`unknown generator ${showValue(name)}`] };
  const { info } = model;
  const own = ownProblems(info, param_values);
  // A value with a problem of its own counts as its default in what is checked further.
  const params: JobParams = Object.fromEntries(
    info.params.map(({ name: param, default_value }) => [
      param,
      Object.hasOwn(param_values, param) && !own.has(param)
        ? (param_values[param] as ParamValue)
        : default_value,
    ]),
  );
  const problems = [
    ...own.values(),
    ...(is_preview && info.options.preview !== true ? [`${info.name} has no previews`] : []),
    ...stateProblems(params.state, { info, store }),
    ...model.jointProblems(params),
  ];
  if (problems.length > 0) return { draft: null, problems };
  return { draft: { model, isPreview: is_preview, params }, problems: [] };
}
