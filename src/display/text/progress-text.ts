import { countOf } from "../../util/count-of.ts";

const LABEL_WIDTH = 9;
const LONGEST_BAR = 30;
const ROOM_FOR_BAR = 60;

/** How far some work is. */
export interface ProgressParts {
  /** What is done, in one word. */
  label: string;
  done: number;
  total: number;
  /** What is counted. @default "job" */
  thing?: string;
  /** More to say, the most important first. @default none */
  details?: readonly string[];
}

/** How much is done, in words: `3 of 12 jobs`. */
export function progressCounts({ done, total, thing = "job" }: ProgressParts): string {
  return `${done} of ${countOf(total, thing)}`;
}

/** Progress as a line of a log. */
export function plainProgress(parts: ProgressParts): string {
  return `${parts.label.padEnd(LABEL_WIDTH)} ${[progressCounts(parts), ...(parts.details ?? [])].join(", ")}`;
}

/** Progress in so many characters: a bar where there is room for it, and the details that fit. */
export function fitProgress(parts: ProgressParts, width: number): string {
  const { label, done, total, details = [] } = parts;
  const length = width < ROOM_FOR_BAR || total <= 0 ? 0 : Math.min(LONGEST_BAR, Math.floor(width / 4));
  const full = Math.floor(length * Math.min(1, done / total));
  const bar = length === 0 ? "" : `[${"#".repeat(full)}${"-".repeat(length - full)}] `;
  let text = `${label.padEnd(LABEL_WIDTH)} ${bar}${progressCounts(parts)}`;
  for (const detail of details) {
    if (text.length + 2 + detail.length > width) break;
    text += `  ${detail}`;
  }
  return text.slice(0, Math.max(0, width));
}
