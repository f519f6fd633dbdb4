import { type SpecialNumber, scanJson } from "./scan-json.ts";

/** A fault in a JSON text. */
export class JsonFault extends SyntaxError {
  override name = "JsonFault";
  /** The line, from 1. */
  readonly line: number;

  constructor(line: number, reason: string, options?: ErrorOptions) {
    super(reason, options);
    this.line = line;
  }
}

const PRIVATE_USE = { first: 0xe000, last: 0xf8ff };
/** What every text with an integer beyond 2^53 holds; in strings, and before a fraction, it tells nothing. */
const LONG_INTEGER = /(?<![.\d"])\d{16}/;

/**
 * Parses the text of a JSON file. A byte order mark is skipped, and the bare words `NaN`, `Infinity` and
 * `-Infinity` that Python writes are read as the numbers they stand for. Integers beyond 2^53 become bigints, unless
 * they are written with a fraction or an exponent; all other numbers are those of floating point, so that `1e400`
 * becomes infinite. Of equal keys the last counts, as in Python.
 *
 * @throws {JsonFault} When the text is not JSON, even so.
 */
export function parseLabelJson(text: string): unknown {
  const json = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  let refusal: unknown;
  if (!LONG_INTEGER.test(json)) {
    try {
      return JSON.parse(json);
    } catch (error) {
      refusal = error;
    }
  }
  const { special, fault } = scanJson(json);
  if (fault !== null) {
    const line = json.slice(0, fault.position).split("\n").length;
    throw new JsonFault(line, fault.reason, { cause: refusal });
  }
  if (special.length === 0) return JSON.parse(json);
  const mark = unusedMark(json);
  return restoreNumbers(JSON.parse(withStandIns(json, special, mark)), mark);
}

/** A character that the text holds neither plainly nor as an escape. */
function unusedMark(json: string): string {
  const used = new Set<number>();
  for (const [found] of json.matchAll(/[\ue000-\uf8ff]|\\u[ef][0-9a-f]{3}/gi)) {
    used.add(found.length === 1 ? found.charCodeAt(0) : Number.parseInt(found.slice(2), 16));
  }
  let code = PRIVATE_USE.first;
  while (used.has(code)) code++;
  if (code <= PRIVATE_USE.last) return String.fromCharCode(code);
  const reason =
    "its bare NaN or long integers cannot be read, because its strings hold every private-use character";
  throw new JsonFault(1, reason);
}

/** Puts strings, marked and with the words, in the places of the numbers. */
function withStandIns(json: string, special: readonly SpecialNumber[], mark: string): string {
  const parts: string[] = [];
  let copied = 0;
  for (const { start, word } of special) {
    parts.push(json.slice(copied, start), `"${mark}${word}"`);
    copied = start + word.length;
  }
  return parts.join("") + json.slice(copied);
}

/** Puts numbers in the places of their stand-ins. It loops, because files may nest deeper than the call stack. */
function restoreNumbers(root: unknown, mark: string): unknown {
  const top = { root };
  const open: object[] = [top];
  for (let parent = open.pop(); parent !== undefined; parent = open.pop()) {
    if (Array.isArray(parent)) {
      for (let index = 0; index < parent.length; index++) restoreAt(parent, index);
    } else {
      for (const key of Object.keys(parent)) restoreAt(parent as Record<string, unknown>, key);
    }
  }
  return top.root;

  function restoreAt<K extends string | number>(parent: Record<K, unknown>, key: K): void {
    const value = parent[key];
    if (typeof value === "object" && value !== null) open.push(value);
    else if (typeof value === "string" && value[0] === mark) parent[key] = numberOf(value.slice(1));
  }
}

function numberOf(word: string): number | bigint {
  return word.endsWith("N") || word.endsWith("y") ? Number(word) : BigInt(word);
}
