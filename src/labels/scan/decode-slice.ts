const DECODER = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/**
 * The text of some bytes of a file.
 *
 * @throws {TypeError} When they are not UTF-8.
 */
export function decodeSlice(bytes: Uint8Array, start: number, end: number): string {
  return DECODER.decode(bytes.subarray(start, end));
}
