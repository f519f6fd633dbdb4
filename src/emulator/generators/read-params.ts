import type { JobParams } from "../../api/wire-types.ts";

/** Reads parameter values as the types that validation has made sure of. */
export interface ParamReader {
  number(name: string): number;
  string(name: string): string;
  boolean(name: string): boolean;
}

/**
 * Wraps the complete, validated parameters of a job.
 * Its methods throw a TypeError where a parameter does not have the type asked for.
 */
export function readParams(params: JobParams): ParamReader {
  function wrong(name: string, wanted: string): TypeError {
    return new TypeError(`Cannot read parameter "${name}": expected ${wanted}, got ${params[name]}`);
  }
  return {
    number(name) {
      const value = params[name];
      if (typeof value !== "number") throw wrong(name, "a number");
      return value;
    },
    string(name) {
      const value = params[name];
      if (typeof value !== "string") throw wrong(name, "a string");
      return value;
    },
    boolean(name) {
      const value = params[name];
      if (typeof value !== "boolean") throw wrong(name, "a boolean");
      return value;
    },
  };
}
