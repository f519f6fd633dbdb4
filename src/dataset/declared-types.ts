import type { ParamType } from "../api/wire-types.ts";
import type { JobEntry } from "./job-files.ts";

/**
 * The parameters that the generators of a dataset's batches list, in their order, with their types. Where
 * generators disagree, `int` and `float` make `float`, and anything else makes `str`.
 */
export function declaredTypes(entries: Iterable<JobEntry>): Map<string, ParamType> {
  const types = new Map<string, ParamType>();
  const batches = new Set([...entries].map(({ listed }) => listed?.batch));
  for (const batch of batches) {
    for (const { name, type } of batch?.generator.params ?? []) {
      const earlier = types.get(name);
      types.set(name, earlier === undefined ? type : common(earlier, type));
    }
  }
  return types;
}

function common(a: ParamType, b: ParamType): ParamType {
  if (a === b) return a;
  const numeric = (type: ParamType) => type === "int" || type === "float";
  return numeric(a) && numeric(b) ? "float" : "str";
}
