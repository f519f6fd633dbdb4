import { bundlesOf, type Notebook, printedBy, textOf } from "./notebook.ts";

/** The types that are compared: the pictures of charts differ in their fonts, and their specifications say as much. */
const TYPES = ["text/html", "text/plain", "application/vnd.vegalite.v5+json"] as const;

/** What the cells of a notebook put out, by `cell type`, in a form that is the same wherever it was run. */
export function comparable(notebook: Notebook, types: readonly string[] = ["stdout", ...TYPES]): object {
  const entries = notebook.cells.flatMap((cell): [string, string][] => {
    const shown = bundlesOf(cell).flatMap((bundle, at) =>
      types
        .filter((type) => type in bundle)
        .map((type): [string, string] => [`${cell.id}[${at}] ${type}`, masked(textOf(bundle[type]))]),
    );
    return types.includes("stdout") ? [[`${cell.id} stdout`, masked(printedBy(cell))], ...shown] : shown;
  });
  return Object.fromEntries(entries.map(([name, text]) => [name, text.split("\n")]));
}

/** A text with its numbers rounded, ids and the bytes of pictures left out, and each HTML element on a line of its own. */
export function masked(text: string): string {
  return text
    .replace(/\b[0-7][0-9A-HJKMNP-TV-Z]{25}\b/g, "ULID")
    .replace(/(data:[\w/+-]+;base64,)[\w+/=]+/g, "$1")
    .replace(/(?<![\w.])-?\d+\.\d+(?:e[-+]?\d+)?/gi, (number) =>
      String(Number(Number(number).toPrecision(6))),
    )
    .replaceAll("><", ">\n<");
}
