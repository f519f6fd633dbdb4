import { textHash } from "./text-hash.ts";

/** Options of {@link finishSvg}. */
export interface FinishSvgOptions {
  /** What a screen reader says of the picture. */
  label: string;
  /** What all identifiers start with; by default a hash of the picture. */
  idPrefix?: string | undefined;
}

const TAG = /<[^<>]+>/g;
const ATTRIBUTE = / ([\w:-]+)="([^"]*)"/g;
/** One label says it all: parts that each say something make a picture endless to listen to, and twice as large. */
const SPOKEN = /^(role|aria-.*|pointer-events)$/;
/** Empty shapes that only an interactive chart needs. */
const IDLE = /<path class="(?:foreground|background)"[^<>]* d="(?:M0,0h0v0h0Z)?"[^<>]*\/>/g;

/** Characters that XML does not have: control characters, halves of characters and two more. */
const ILLEGAL = /[^\P{Cc}\t\n\r]|\p{Cs}|[\ufffe\uffff]/gu;

/**
 * Makes Vega's picture fit to stand in a page with others: identifiers of its own, one label for screen readers, and
 * no reference to anything outside.
 */
export function finishSvg(svg: string, { label, idPrefix }: FinishSvgOptions): string {
  const lean = svg.replace(IDLE, "").replace(ILLEGAL, "\ufffd");
  // Vega numbers identifiers through all that it draws, so that they must not count.
  const prefix = idPrefix ?? `c${textHash(withIds(lean, "c"))}`;
  const spoken = escaped(label.replace(ILLEGAL, "\ufffd"));
  return withIds(lean, prefix).replace("<svg", () => `<svg role="img" aria-label="${spoken}"`);
}

/** A picture with other identifiers, and without attributes that speak or refer to something outside. */
function withIds(svg: string, prefix: string): string {
  const ids = new Map<string, string>();
  for (const [tag] of svg.matchAll(TAG)) {
    const id = / id="([^"]*)"/.exec(tag)?.[1];
    if (id !== undefined) ids.set(id, `${prefix}-${ids.size + 1}`);
  }
  const attribute = (whole: string, name: string, value: string): string => {
    if (SPOKEN.test(name)) return "";
    if (name === "id") return ` id="${ids.get(value)}"`;
    // A backslash may spell the same, and has no place in what is left.
    if (!/url\s*\(|\\/i.test(value)) return whole;
    const id = ids.get(/^url\(#([^)]*)\)$/.exec(value)?.[1] ?? "");
    return id === undefined ? "" : ` ${name}="url(#${id})"`;
  };
  return svg.replace(TAG, (tag) => tag.replace(ATTRIBUTE, attribute));
}

function escaped(text: string): string {
  const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
}
