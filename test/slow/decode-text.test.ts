import { expect, test } from "vitest";
import { decodeText } from "../../src/util/decode-text.ts";

test("decodeText() tells a text that is too long for one string from bytes that are no text", () => {
  const bytes = new Uint8Array(540_000_000).fill(32);
  expect(() => decodeText(bytes)).toThrow(
    new RangeError("The text is too long to be read as one: it has 540000000 bytes"),
  );
  expect(() => decodeText(Uint8Array.of(0xff))).toThrow(TypeError);
});
