const MARKS: readonly { encoding: string; mark: readonly number[] }[] = [
  { encoding: "utf-8", mark: [0xef, 0xbb, 0xbf] },
  { encoding: "utf-16le", mark: [0xff, 0xfe] },
  { encoding: "utf-16be", mark: [0xfe, 0xff] },
];

/**
 * The text that the bytes of a file hold: UTF-16 where its byte order mark says so, else UTF-8. The mark is dropped.
 *
 * @throws {TypeError} When the bytes are not of that encoding.
 * @throws {RangeError} When the text is longer than one string can be.
 */
export function decodeText(bytes: Uint8Array): string {
  const marked = MARKS.find(({ mark }) => mark.every((byte, i) => bytes[i] === byte));
  const { encoding } = marked ?? { encoding: "utf-8" };
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ERR_STRING_TOO_LONG") {
      throw new RangeError(`The text is too long to be read as one: it has ${bytes.length} bytes`, { cause });
    }
    throw new TypeError(`The bytes are not ${encoding.toUpperCase()} text`, { cause });
  }
}
