const LABEL_WIDTH = 9;
const LONGEST_BAR = 30;
const SHORTEST_BAR = 8;

/** How far some work is. */
export interface ProgressParts {
  /** What is done, in one word. */
  label: string;
  done: number;
  total: number;
  /** What is counted. @default "jobs" */
  what?: string;
  /** More to say, the most important first. @default none */
  details?: readonly string[];
}

function counts({ done, total, what = "jobs" }: ProgressParts): string {
  return `${done} of ${total} ${what}`;
}

/** Progress as a line of a log. */
export function plainProgress(parts: ProgressParts): string {
  return `${parts.label.padEnd(LABEL_WIDTH)} ${[counts(parts), ...(parts.details ?? [])].join(", ")}`;
}

/** Progress in so many characters: details that do not fit are left out, and the bar takes what is left. */
export function fitProgress(parts: ProgressParts, width: number): string {
  const { label, done, total, details = [] } = parts;
  let text = `${label.padEnd(LABEL_WIDTH)} ${counts(parts)}`;
  for (const detail of details) {
    if (text.length + 2 + detail.length > width) break;
    text += `  ${detail}`;
  }
  const length = Math.min(LONGEST_BAR, width - text.length - 3);
  if (length < SHORTEST_BAR || total <= 0) return text.slice(0, Math.max(0, width));
  const full = Math.floor(length * Math.min(1, done / total));
  const bar = `[${"#".repeat(full)}${"-".repeat(length - full)}]`;
  return `${text.slice(0, LABEL_WIDTH)} ${bar}${text.slice(LABEL_WIDTH)}`;
}
