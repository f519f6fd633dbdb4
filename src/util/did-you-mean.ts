import { nearest } from "./nearest.ts";

/** The end of an error message that suggests the nearest known name, or nothing where none is close. */
export function didYouMean(name: string, candidates: Iterable<string>): string {
  const suggestion = nearest(name, candidates);
  return suggestion === null ? "" : ` (did you mean "${suggestion}"?)`;
}
