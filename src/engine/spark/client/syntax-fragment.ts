import type { QueryFragment } from "../../query-error.ts";

/** The word of a query that a syntax error is about, by the line and the column in its message: Spark gives no more. */
export function syntaxFragment(message: string, query: string): QueryFragment[] {
  const place = /\(line (\d+), pos (\d+)\)/.exec(message);
  if (place === null) return [];
  const line = Number(place[1]) - 1;
  const before = query.split("\n").slice(0, line);
  const start = before.reduce((sum, { length }) => sum + length + 1, 0) + Number(place[2]);
  const text = /^(\w+|\S)/.exec(query.slice(start))?.[0];
  return text === undefined ? [] : [{ text, start }];
}
