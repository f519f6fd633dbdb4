import { isRecord } from "../../util/is-record.ts";

/** The first address outside a specification that it takes data from, or null. */
export function findAddress(spec: unknown): string | null {
  if (Array.isArray(spec)) return first(spec);
  if (!isRecord(spec)) return null;
  const { data } = spec;
  if (isRecord(data) && data.url !== undefined) return String(data.url);
  // Rows of data are not looked into: whatever they hold, it is no part of the specification.
  return first(Object.entries(spec).map(([name, part]) => (name === "values" ? null : part)));
}

function first(parts: readonly unknown[]): string | null {
  for (const part of parts) {
    const found = findAddress(part);
    if (found !== null) return found;
  }
  return null;
}
