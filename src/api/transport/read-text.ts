import { readBytes } from "./read-bytes.ts";

/** Options of {@link readText}. */
export interface ReadTextOptions {
  /** The most bytes to read. */
  maxBytes: number;
  signal: AbortSignal;
  /** Called after every piece. */
  onPiece?: (() => void) | undefined;
}

/**
 * The start of an answer's body as text, in pieces. What is beyond the limit is not read, and its connection is given up.
 */
export async function readText(
  { body }: Response,
  { maxBytes, signal, onPiece }: ReadTextOptions,
): Promise<{ texts: string[]; isWhole: boolean }> {
  if (body === null) return { texts: [], isWhole: true };
  const decoder = new TextDecoder();
  const texts: string[] = [];
  let left = maxBytes;
  for await (const piece of readBytes(body, signal)) {
    onPiece?.();
    texts.push(decoder.decode(piece.subarray(0, left), { stream: true }));
    left -= piece.length;
    if (left < 0) return { texts, isWhole: false };
  }
  texts.push(decoder.decode());
  return { texts, isWhole: true };
}
