import { replaceBareNumbers } from "./replace-bare-numbers.ts";

/**
 * Parses the text of a JSON file. A byte order mark is skipped, and the bare words `NaN`, `Infinity` and
 * `-Infinity` that Python writes are read as the numbers they stand for.
 *
 * @throws {SyntaxError} When the text is not JSON, even so.
 */
export function parseLabelJson(text: string): unknown {
  const json = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  try {
    return JSON.parse(json);
  } catch (error) {
    const mark = unusedMark(json);
    const replaced = replaceBareNumbers(json, mark);
    if (replaced === json) throw error;
    return restoreNumbers(JSON.parse(replaced), mark);
  }
}

/** A text that no string of a JSON text can hold, neither plainly nor written with escapes. */
function unusedMark(json: string): string {
  let mark = "number:";
  while (new RegExp([...mark].map(plainOrEscaped).join("")).test(json)) mark += ":";
  return mark;
}

function plainOrEscaped(character: string): string {
  const [high, low] = character.charCodeAt(0).toString(16);
  return `(?:${character}|\\\\u00${high}[${low}${low?.toUpperCase()}])`;
}

/** Puts numbers in the places of their stand-ins. It loops, because files may nest deeper than the call stack. */
function restoreNumbers(root: unknown, mark: string): unknown {
  const top = { root };
  const open: object[] = [top];
  for (let parent = open.pop(); parent !== undefined; parent = open.pop()) {
    if (Array.isArray(parent)) {
      for (let index = 0; index < parent.length; index++) restoreAt(parent, index);
      continue;
    }
    for (const key of Object.keys(parent)) {
      if (key.startsWith(mark)) {
        throw new SyntaxError(`Unexpected ${key.slice(mark.length)}, expected a key in double quotes`);
      }
      restoreAt(parent as Record<string, unknown>, key);
    }
  }
  return top.root;

  function restoreAt<K extends string | number>(parent: Record<K, unknown>, key: K): void {
    const value = parent[key];
    if (typeof value === "object" && value !== null) open.push(value);
    else if (typeof value === "string" && value.startsWith(mark)) {
      parent[key] = Number(value.slice(mark.length));
    }
  }
}
