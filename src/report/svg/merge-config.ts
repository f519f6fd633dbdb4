import { isRecord } from "../../util/is-record.ts";

/** A configuration with what another one adds and changes, at any depth; neither is changed. */
export function mergeConfig(
  base: Readonly<Record<string, unknown>>,
  over: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const merged: Record<string, unknown> = { ...base };
  for (const [name, value] of Object.entries(over)) {
    const known = Object.hasOwn(base, name) ? base[name] : undefined;
    const both = isRecord(known) && isRecord(value) ? mergeConfig(known, value) : value;
    Object.defineProperty(merged, name, {
      value: both,
      enumerable: true,
      writable: true,
      configurable: true,
    });
  }
  return merged;
}
