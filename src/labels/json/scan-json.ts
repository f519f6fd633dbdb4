/** A bare `NaN`, `Infinity` or `-Infinity`, or an integer beyond 2^53. */
export interface SpecialNumber {
  start: number;
  word: string;
}

/** What a scan of a JSON text found. */
export interface JsonScan {
  /** The numbers that `JSON.parse` cannot give: where each starts, and its word. */
  special: readonly SpecialNumber[];
  /** Where and why the text is not JSON even with them; null where it is. */
  fault: { position: number; reason: string } | null;
}

const BLANK = 32;
const SPACE = /[ \t\r\n]*/y;
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const BARE = /NaN|-?Infinity/y;
const INTEGER = /^-?\d+$/;
/** Integers of so many digits are safe. */
const SAFE_DIGITS = 15;
const PLAIN = /[ !#-[\]-\uffff]*/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/** What may stand at a place of the text, in words. */
type Wanted =
  | "a value"
  | 'a value or "]"'
  | "a key"
  | 'a key or "}"'
  | '":"'
  | '"," or a closing bracket'
  | "the rest of a string"
  | "nothing more";

/**
 * Walks over a JSON text that may hold the bare numbers of Python, up to its first fault. Only for texts that
 * `JSON.parse` refused, whose messages name no place on some runtimes, or whose integers it would round. It loops,
 * because files may nest deeper than the call stack.
 */
export function scanJson(text: string): JsonScan {
  const special: SpecialNumber[] = [];
  const open: ("]" | "}")[] = [];
  let at = 0;
  let wanted: Wanted = "a value";
  for (;;) {
    if (text.charCodeAt(at) <= BLANK) skip(SPACE);
    if (at === text.length && wanted === "nothing more") return { special, fault: null };
    const character = text[at] ?? "";
    if (wanted === '":"' && character === ":") {
      at++;
      wanted = "a value";
    } else if (wanted === '"," or a closing bracket' && character === ",") {
      at++;
      wanted = open.at(-1) === "}" ? "a key" : "a value";
    } else if (mayClose(wanted) && character !== "" && character === open.at(-1)) {
      at++;
      open.pop();
      wanted = afterValue();
    } else if (wanted === "a key" || wanted === 'a key or "}"') {
      if (character !== '"' || !skipString()) return fault();
      wanted = '":"';
    } else if (wanted === "a value" || wanted === 'a value or "]"') {
      if (!readValue(character)) return fault();
    } else {
      return fault();
    }
  }

  function readValue(character: string): boolean {
    if (character === "[" || character === "{") {
      at++;
      open.push(character === "[" ? "]" : "}");
      wanted = character === "[" ? 'a value or "]"' : 'a key or "}"';
      return true;
    }
    const start = at;
    if (character === '"') {
      if (!skipString()) return false;
    } else if (skip(SCALAR)) {
      if (at - start > SAFE_DIGITS) noteInteger(start, text.slice(start, at));
    } else {
      if (!skip(BARE)) return false;
      special.push({ start, word: text.slice(start, at) });
    }
    wanted = afterValue();
    return true;
  }

  function noteInteger(start: number, word: string): void {
    if (INTEGER.test(word) && !Number.isSafeInteger(Number(word))) special.push({ start, word });
  }

  /** Skips a string; where it is broken, stops at the fault. */
  function skipString(): boolean {
    at++;
    do skip(PLAIN);
    while (text[at] === "\\" && skip(ESCAPE));
    if (text[at] === '"') {
      at++;
      return true;
    }
    wanted = "the rest of a string";
    return false;
  }

  function skip(pattern: RegExp): boolean {
    pattern.lastIndex = at;
    if (!pattern.test(text)) return false;
    at = pattern.lastIndex;
    return true;
  }

  function afterValue(): Wanted {
    return open.length === 0 ? "nothing more" : '"," or a closing bracket';
  }

  function fault(): JsonScan {
    const found =
      at < text.length ? JSON.stringify(String.fromCodePoint(text.codePointAt(at) ?? 0)) : "the end";
    return { special, fault: { position: at, reason: `expected ${wanted}, got ${found}` } };
  }
}

function mayClose(wanted: Wanted): boolean {
  return wanted === '"," or a closing bracket' || wanted === 'a value or "]"' || wanted === 'a key or "}"';
}
