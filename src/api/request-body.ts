import { sleep } from "../util/sleep.ts";

const utf8 = new TextEncoder();

/** A body up to so many characters is sent as a whole, with its length; longer ones are sent piece by piece. */
const WHOLE = 64 * 2 ** 20;
/** The longest time in a row that goes into making pieces, so that timers and signals are heard. */
const BUSY_MS = 20;

/** The part of a request's settings that is about its body. */
export interface RequestBody {
  init: {
    body: Blob | ReadableStream<Uint8Array>;
    duplex?: "half";
    redirect?: "error";
    window?: null;
  };
  /** About how many bytes were made so far. */
  numBytes: () => number;
}

/** The bytes of some texts, made when they are asked for. */
function streamOf(
  pieces: Iterator<string>,
  first: string,
  onBytes: (count: number) => void,
): ReadableStream<Uint8Array> {
  let rested = performance.now();
  return new ReadableStream({
    start: (controller) => controller.enqueue(utf8.encode(first)),
    pull: async (controller) => {
      if (performance.now() - rested > BUSY_MS) {
        await sleep(0);
        rested = performance.now();
      }
      const { done, value } = pieces.next();
      if (done === true) return controller.close();
      onBytes(value.length);
      controller.enqueue(utf8.encode(value));
    },
  });
}

/** A request's body from the pieces of its JSON. A long one is never a single text, which has a limit of 2^29 characters. */
export function requestBody(json: Iterable<string>): RequestBody {
  const pieces = json[Symbol.iterator]();
  let text = "";
  let numBytes = 0;
  for (let next = pieces.next(); next.done !== true; next = pieces.next()) {
    text += next.value;
    numBytes += next.value.length;
    // Unless it can neither be redirected nor ask for a password, fetch keeps a copy of all that it sends.
    if (text.length > WHOLE) {
      const body = streamOf(pieces, text, (count) => {
        numBytes += count;
      });
      return { init: { body, duplex: "half", redirect: "error", window: null }, numBytes: () => numBytes };
    }
  }
  // Deno sends a text once more by itself when the connection breaks before there is an answer, and pays for it twice
  // (https://github.com/denoland/deno/issues/35610). What it has to read itself, as a blob, it sends once.
  return { init: { body: new Blob([text]) }, numBytes: () => numBytes };
}
