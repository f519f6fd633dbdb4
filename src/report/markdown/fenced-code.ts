import { visible } from "../../util/visible.ts";

/** A block of code with a fence longer than any in the text, which therefore cannot end it. */
export function fencedCode(text: string): string {
  const runs = text.match(/`+/g) ?? [];
  const fence = "`".repeat(Math.max(3, ...runs.map((run) => run.length + 1)));
  return `${fence}\n${visible(text)}\n${fence}`;
}
