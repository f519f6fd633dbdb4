import { expect, test } from "vitest";
import { JsonFault, parseLabelJson } from "../../../src/labels/json/parse-label-json.ts";
import { skipNumbers } from "../../../src/labels/scan/skip-numbers.ts";
import { skipValue } from "../../../src/labels/scan/skip-value.ts";
import { decodeText } from "../../../src/util/decode-text.ts";
import { numberText, randomSource } from "./number-texts.ts";
import { damaged } from "./random-label-text.ts";

/** The text of any JSON value, with Python's bare numbers. */
function jsonText(random: () => number, depth = 0): string {
  const gap = random() < 0.3 ? " \n" : "";
  const kind = Math.floor(random() * (depth > 4 ? 5 : 8));
  const items = (item: () => string) =>
    Array.from({ length: Math.floor(random() * 4) }, item).join(`${gap},${gap}`);
  const text = () => JSON.stringify(["a", "é😀", 'x"\\\u0001', "", "\ud800"][Math.floor(random() * 5)]);
  if (kind < 2) return numberText(random);
  if (kind === 2) return text();
  if (kind < 5) return ["true", "false", "null", "NaN", "-Infinity"][Math.floor(random() * 5)] as string;
  if (kind === 5) return `[${gap}${items(() => numberText(random))}${gap}]`;
  if (kind === 6) return `[${gap}${items(() => jsonText(random, depth + 1))}${gap}]`;
  return `{${gap}${items(() => `${text()}${gap}:${gap}${jsonText(random, depth + 1)}`)}${gap}}`;
}

function isJson(bytes: Uint8Array): boolean {
  try {
    parseLabelJson(decodeText(bytes));
    return true;
  } catch (error) {
    if (error instanceof JsonFault || error instanceof TypeError) return false;
    throw error;
  }
}

test("skipValue() takes what the parser takes, and skipNumbers() nothing else", () => {
  const random = randomSource(5);
  let accepted = 0;
  let lists = 0;
  for (let round = 0; round < 20_000; round++) {
    const bytes = damaged(jsonText(random), random);
    const isWhole = skipValue(bytes, 0) === bytes.length;
    const wanted =
      isJson(bytes) &&
      !/^\s|\s$|^$|^\ufeff/.test(new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes));
    if (isWhole !== wanted) expect([JSON.stringify(Buffer.from(bytes).toString()), isWhole]).toEqual(wanted);
    if (isWhole) accepted++;
    const ended = Uint8Array.from([...bytes, 0x7d]);
    const end = skipNumbers(new DataView(ended.buffer), ended, 0);
    if (end < 0) continue;
    lists++;
    expect(skipValue(ended, 0)).toBe(end);
  }
  expect(accepted).toBeGreaterThan(5000);
  expect(lists).toBeGreaterThan(300);
});

test("skipValue() goes deeper than the call stack", () => {
  const text = `${"[".repeat(200_000)}${"]".repeat(200_000)}`;
  expect(skipValue(new TextEncoder().encode(text), 0)).toBe(text.length);
});
