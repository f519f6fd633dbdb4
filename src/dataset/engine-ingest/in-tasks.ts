/**
 * A query whose rows a cluster makes in so many tasks at most, each of which writes one file, in the order in which
 * they come. Engines without tasks take the hint for a comment.
 */
export function inTasks(query: string, tasks: number): string {
  return `SELECT /*+ COALESCE(${Math.max(1, Math.ceil(tasks))}) */ * FROM (${query}) AS rows_in_tasks`;
}
