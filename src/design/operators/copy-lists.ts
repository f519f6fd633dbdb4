import type { ParamValue } from "../../params/job-params.ts";

/** Lists by name, so that what the caller does to his own changes nothing. */
export function copyLists(
  values: Readonly<Record<string, readonly ParamValue[]>>,
): Record<string, readonly ParamValue[]> {
  return Object.fromEntries(Object.entries(values).map(([name, list]) => [name, [...list]]));
}
