/**
 * A value as JSON that {@link parseExactJson} turns back into an equal one: numbers that JSON has no text for and
 * bigints become objects with the one key `$`, and objects of that form are wrapped once more.
 */
export function exactJson(value: unknown): string {
  return JSON.stringify(marked(value));
}

/** The value that {@link exactJson} made the text of. */
export function parseExactJson(text: string): unknown {
  return unmarked(JSON.parse(text));
}

function marked(value: unknown): unknown {
  if (typeof value === "bigint") return { $: `${value}n` };
  if (typeof value === "number") {
    return Number.isFinite(value) && !Object.is(value, -0)
      ? value
      : { $: Object.is(value, -0) ? "-0" : `${value}` };
  }
  if (Array.isArray(value)) return value.map(marked);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  const copy = fromEntries(entries.map(([key, item]) => [key, marked(item)]));
  return isMark(value) ? { $: [copy] } : copy;
}

function unmarked(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unmarked);
  if (typeof value !== "object" || value === null) return value;
  if (!isMark(value)) return fromEntries(Object.entries(value).map(([key, item]) => [key, unmarked(item)]));
  const mark = value.$;
  if (typeof mark === "string") return mark.endsWith("n") ? BigInt(mark.slice(0, -1)) : Number(mark);
  const [wrapped] = mark as [Record<string, unknown>];
  return fromEntries(Object.entries(wrapped).map(([key, item]) => [key, unmarked(item)]));
}

function isMark(value: object): value is { $: unknown } {
  const keys = Object.keys(value);
  return keys.length === 1 && keys[0] === "$";
}

/** As `Object.fromEntries`, which keeps a key `__proto__`, too. */
function fromEntries(entries: readonly (readonly [string, unknown])[]): object {
  return Object.fromEntries(entries);
}
