import { formatNumber } from "./format-number.ts";

/** A number of things: `1 job`, `1,200 jobs`. */
export function countOf(count: number, thing: string, things = `${thing}s`): string {
  return `${formatNumber(count)} ${count === 1 ? thing : things}`;
}
