import { inspect } from "node:util";

/** What Node notes on promises while something follows asynchronous work, as other tests of the same process may. */
const NOTES = /, \[Symbol\((?:async_id_symbol|trigger_async_id_symbol|kResourceStore)\)\]: \w+/g;

/** A value on one line, as examples show it: Node's text of it in the style of the code. */
export function shownValue(value: unknown): string {
  const text = inspect(value, { depth: 6, breakLength: Number.POSITIVE_INFINITY });
  return plainText(text.replace(NOTES, ""));
}

/** Quotes and spaces alike: `[ 'a' ]` is `["a"]`. */
export function plainText(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replaceAll("'", '"')
    .replace(/\[ | \]/g, (bracket) => bracket.trim())
    .trim();
}

/** Whether an example says this; `…` stands for anything. Both are plain texts. */
export function isSaid(said: string, shown: string): boolean {
  const parts = said.split("…").map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`, "s").test(shown);
}
