import type { JobParams } from "../wire-types.ts";

function arrivesAsItIs(value: unknown): boolean {
  if (typeof value === "number") return Number.isFinite(value);
  return value === null || typeof value === "string" || typeof value === "boolean";
}

/**
 * Checks that a job's parameters travel through JSON unchanged: `NaN` would arrive as `null`, and be paid for. `-0` is
 * let through although it arrives as `0`, which is the same number to every generator.
 *
 * @param what What the error calls the job.
 * @throws {TypeError} When the job is not an object, or a value is not a string, a boolean, null or a finite number.
 */
export function checkJobParams(params: JobParams, what: string): void {
  if (typeof params !== "object" || params === null || Array.isArray(params)) {
    throw new TypeError(`${what} must be an object of parameter values, got ${JSON.stringify(params)}`);
  }
  for (const name of Object.keys(params)) {
    const value = params[name];
    if (arrivesAsItIs(value)) continue;
    throw new TypeError(`${what}: "${name}" cannot be sent as JSON, got ${String(value)}`);
  }
}
