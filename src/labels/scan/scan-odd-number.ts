import { LETTER_E, MINUS, NINE, PLUS, POINT, ZERO } from "./characters.ts";

const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const INTEGER = /^-?\d+$/;
const WORDS = ["NaN", "Infinity", "-Infinity"];

/** Reads a number that is too long for `scanNumber`, or one of Python's bare words, as `scanNumber` would. */
export function scanOddNumber(view: DataView, start: number, out: Float64Array, slot: number): number {
  for (const word of WORDS) {
    if (!isWordAt(view, start, word)) continue;
    out[slot] = Number(word);
    return start + word.length;
  }
  let end = start;
  while (end < view.byteLength && isNumberByte(view.getUint8(end))) end++;
  const text = asciiText(view, start, end);
  if (!NUMBER.test(text)) return -1;
  const value = Number(text);
  if (INTEGER.test(text) && !Number.isSafeInteger(value)) return -1;
  out[slot] = value;
  return end;
}

function isNumberByte(code: number): boolean {
  return (
    (code >= ZERO && code <= NINE) ||
    code === POINT ||
    code === MINUS ||
    code === PLUS ||
    (code | 32) === LETTER_E
  );
}

function isWordAt(view: DataView, start: number, word: string): boolean {
  return start + word.length <= view.byteLength && asciiText(view, start, start + word.length) === word;
}

function asciiText(view: DataView, start: number, end: number): string {
  let text = "";
  for (let at = start; at < end; at++) text += String.fromCharCode(view.getUint8(at));
  return text;
}
