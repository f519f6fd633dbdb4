const QUOTE = 34;
const BACKSLASH = 92;
const CAPITAL_I = 73;
const CAPITAL_N = 78;
const MINUS = 45;

/**
 * Replaces the words `NaN`, `Infinity` and `-Infinity` outside the strings of a JSON text by strings that start
 * with a mark. Everything else stays as it is, so that whatever is wrong with the text stays wrong.
 */
export function replaceBareNumbers(text: string, mark: string): string {
  const parts: string[] = [];
  let copied = 0;
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      at = endOfString(text, at + 1);
      continue;
    }
    const word = code === CAPITAL_N ? "NaN" : code === CAPITAL_I ? "Infinity" : null;
    if (word === null || !text.startsWith(word, at)) {
      at++;
      continue;
    }
    const start = word === "Infinity" && text.charCodeAt(at - 1) === MINUS ? at - 1 : at;
    at += word.length;
    parts.push(text.slice(copied, start), `"${mark}${text.slice(start, at)}"`);
    copied = at;
  }
  return parts.length === 0 ? text : parts.join("") + text.slice(copied);
}

function endOfString(text: string, start: number): number {
  let at = start;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) return at + 1;
    at += code === BACKSLASH ? 2 : 1;
  }
  return at;
}
