/** Large enough that most files are one slice, which is fastest to compress. */
const SLICE = 1 << 22;

/** The bytes of a file in slices; text as UTF-8, of which only one slice exists at a time. */
export function* dataSlices(data: Uint8Array | string): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  for (let start = 0; start < data.length; ) {
    let end = start + SLICE;
    if (typeof data !== "string") {
      yield data.subarray(start, end);
    } else {
      // The two halves of a character beyond the basic plane stay together.
      if (isHighSurrogate(data.charCodeAt(end - 1))) end++;
      yield encoder.encode(data.slice(start, end));
    }
    start = end;
  }
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code < 0xdc00;
}
