const MOST_LISTED = 100;

/** Problems in one line; of very many the first, and how many more there are. */
export function listProblems(problems: readonly string[]): string {
  const more = problems.length - MOST_LISTED;
  return [...problems.slice(0, MOST_LISTED), ...(more > 0 ? [`and ${more} more`] : [])].join("; ");
}
