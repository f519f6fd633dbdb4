import type { Message } from "../protocol/messages.ts";

/** A relation's rows with other columns, which SQL expressions say. */
export function project(input: Message, expressions: readonly string[]): Message {
  return {
    project: {
      input,
      expressions: expressions.map((expression) => ({ expression_string: { expression } })),
    },
  };
}
