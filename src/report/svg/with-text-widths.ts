import { textWidth } from "./text-width.ts";

/** What a text looks like. */
interface TextItem {
  fontSize?: number;
  fontWeight?: string | number;
  limit?: number;
}

/** The part of Vega that measures text; its types leave it out. */
interface TextMetrics {
  width: (item: TextItem, text?: unknown) => number;
}

interface Patch {
  users: number;
  before: TextMetrics["width"];
}

const patches = new WeakMap<TextMetrics, Patch>();

/**
 * Does work while Vega measures text by {@link textWidth}: the same on every machine, whether it has a canvas or not.
 * Afterwards Vega is as it was.
 */
export async function withTextWidths<T>(vega: object, work: () => Promise<T>): Promise<T> {
  const restore = useTextWidths(vega);
  try {
    return await work();
  } finally {
    restore();
  }
}

/** Lets Vega measure text by {@link textWidth}, until all who asked for it have called what this returns. */
export function useTextWidths(vega: object): () => void {
  const { textMetrics } = vega as { textMetrics: TextMetrics };
  const patch = patches.get(textMetrics) ?? { users: 0, before: textMetrics.width };
  patches.set(textMetrics, patch);
  if (patch.users++ === 0) {
    patch.before = textMetrics.width;
    textMetrics.width = ({ fontSize = 11, fontWeight, limit = 0 }, text) => {
      const bold = fontWeight === "bold" || Number(fontWeight) >= 600 ? 1.1 : 1;
      const width = textWidth(String(text ?? "").trim(), fontSize) * bold;
      return limit > 0 ? Math.min(width, limit) : width;
    };
  }
  return () => {
    if (--patch.users === 0) textMetrics.width = patch.before;
  };
}
