interface Open {
  /** What is being written. */
  values: readonly unknown[];
  /** The keys of its values; null for a list. */
  keys: readonly string[] | null;
  next: number;
}

/**
 * The JSON text of a parsed value, which `parseLabelJson` reads back to the same: bigints as integers, `NaN` and the
 * infinities as Python's bare words. It loops, because files may nest deeper than the call stack.
 */
export function writeLabelJson(value: unknown): string {
  const open: Open[] = [];
  let text = start(value);
  for (let parent = open.at(-1); parent !== undefined; parent = open.at(-1)) {
    const { values, keys } = parent;
    const index = parent.next++;
    if (index === values.length) {
      text += keys === null ? "]" : "}";
      open.pop();
      continue;
    }
    if (index > 0) text += ",";
    if (keys !== null) text += `${JSON.stringify(keys[index])}:`;
    text += start(values[index]);
  }
  return text;

  /** The text of a scalar, or of how a list or an object starts. */
  function start(each: unknown): string {
    if (typeof each !== "object" || each === null) return scalarText(each);
    if (Array.isArray(each)) {
      open.push({ values: each, keys: null, next: 0 });
      return "[";
    }
    open.push({ values: Object.values(each), keys: Object.keys(each), next: 0 });
    return "{";
  }
}

function scalarText(value: unknown): string {
  if (typeof value === "bigint") return String(value);
  return typeof value === "number" ? numberText(value) : JSON.stringify(value ?? null);
}

/** A number that no reader takes for an integer unless it is a safe one. */
function numberText(value: number): string {
  if (Object.is(value, -0)) return "-0.0";
  const text = String(value);
  return Number.isInteger(value) && !Number.isSafeInteger(value) && !text.includes("e") ? `${text}.0` : text;
}
