import {
  CLOSE_LIST,
  CLOSE_OBJECT,
  COLON,
  COMMA,
  LETTER_E,
  MINUS,
  OPEN_LIST,
  OPEN_OBJECT,
  PLUS,
  POINT,
  QUOTE,
  ZERO,
} from "./characters.ts";
import { skipSpace } from "./skip-space.ts";
import { skipString } from "./skip-string.ts";

const LETTER_I = 73;
const WORDS: ReadonlyMap<number, Uint8Array> = new Map(
  ["true", "false", "null", "NaN", "Infinity"].map((word) => [
    word.charCodeAt(0),
    Uint8Array.from(word, (letter) => letter.charCodeAt(0)),
  ]),
);

/**
 * Where the JSON value that starts at a place ends, or -1 where it is none. Python's bare `NaN` and `Infinity` are
 * values. It loops, because files may nest deeper than the call stack.
 */
export function skipValue(bytes: Uint8Array, start: number): number {
  const open: number[] = [];
  let at = start;
  for (;;) {
    const code = bytes[at];
    if (code === OPEN_LIST) {
      at = skipSpace(bytes, at + 1);
      open.push(CLOSE_LIST);
      if (bytes[at] !== CLOSE_LIST) continue;
    } else if (code === OPEN_OBJECT) {
      at = skipSpace(bytes, at + 1);
      open.push(CLOSE_OBJECT);
      if (bytes[at] !== CLOSE_OBJECT) {
        at = skipKey(bytes, at);
        if (at < 0) return -1;
        continue;
      }
    } else {
      at = skipScalar(bytes, at, code);
      if (at < 0) return -1;
    }

    for (;;) {
      const close = open[open.length - 1];
      if (close === undefined) return at;
      at = skipSpace(bytes, at);
      const next = bytes[at];
      if (next === COMMA) {
        at = skipSpace(bytes, at + 1);
        if (close === CLOSE_OBJECT) at = skipKey(bytes, at);
        if (at < 0) return -1;
        break;
      }
      if (next !== close) return -1;
      open.pop();
      at++;
    }
  }
}

/** Where the value after a key starts, or -1 where there is no key. */
export function skipKey(bytes: Uint8Array, start: number): number {
  if (bytes[start] !== QUOTE) return -1;
  let at = skipString(bytes, start);
  if (at < 0) return -1;
  at = skipSpace(bytes, at);
  return bytes[at] === COLON ? skipSpace(bytes, at + 1) : -1;
}

function skipScalar(bytes: Uint8Array, at: number, code: number | undefined): number {
  if (code === undefined) return -1;
  if (code === QUOTE) return skipString(bytes, at);
  if (code === MINUS || (code - ZERO) >>> 0 <= 9) return skipNumber(bytes, at);
  return skipWord(bytes, at, code);
}

function skipWord(bytes: Uint8Array, at: number, code: number): number {
  const word = WORDS.get(code);
  if (word === undefined) return -1;
  for (let i = 0; i < word.length; i++) if (bytes[at + i] !== word[i]) return -1;
  return at + word.length;
}

function skipNumber(bytes: Uint8Array, start: number): number {
  let at = bytes[start] === MINUS ? start + 1 : start;
  if (bytes[at] === LETTER_I) return skipWord(bytes, at, LETTER_I);
  at = bytes[at] === ZERO ? at + 1 : skipDigits(bytes, at);
  if (at < 0) return -1;
  if (bytes[at] === POINT) at = skipDigits(bytes, at + 1);
  if (at < 0) return -1;
  const code = bytes[at];
  if (code === undefined || (code | 32) !== LETTER_E) return at;
  const sign = bytes[at + 1];
  return skipDigits(bytes, sign === PLUS || sign === MINUS ? at + 2 : at + 1);
}

/** Where one or more digits end, or -1 where there is none. */
function skipDigits(bytes: Uint8Array, start: number): number {
  let at = start;
  for (;;) {
    const code = bytes[at];
    if (code === undefined || (code - ZERO) >>> 0 > 9) break;
    at++;
  }
  return at === start ? -1 : at;
}
