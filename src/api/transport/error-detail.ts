/** The most bytes of an error's body that are read, and the most characters of it that are shown. */
export const MOST_ERROR_BYTES = 65_536;
const MOST_SHOWN = 300;

/** The `detail` of a JSON body lists problems, so more of it is worth showing than of a page. */
const MOST_DETAIL = 2000;

function shorten(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most)}…` : text;
}

/** What an error's body says: the `detail` of JSON, else its type and the start of its text. */
export function errorDetail(text: string, type: string | null): string {
  try {
    const body: unknown = JSON.parse(text);
    const detail = typeof body === "object" && body !== null && "detail" in body ? body.detail : body;
    return shorten(typeof detail === "string" ? detail : JSON.stringify(detail), MOST_DETAIL);
  } catch {
    return snippet(text, type);
  }
}

/** The start of a text that was not expected, on one line, and what it said it was. */
export function snippet(text: string, type: string | null): string {
  const start = shorten(text.trim().replace(/\s+/g, " "), MOST_SHOWN);
  return start === "" ? "" : `(${type ?? "no content type"}) ${start}`;
}
