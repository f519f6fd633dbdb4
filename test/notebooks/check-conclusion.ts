import { bundlesOf, type Cell, type Notebook, printedBy, textOf } from "./notebook.ts";

/**
 * What is wrong with a notebook's conclusion: the last code cell must be tagged `conclusion`, the text after it begin with
 * "## Conclusion", and every number of that text be among those that the cell showed.
 */
export function checkConclusion({ cells }: Notebook): string[] {
  const index = cells.findLastIndex((cell) => cell.cell_type === "code");
  const cell = cells[index];
  if (!cell?.metadata.tags?.includes("conclusion")) return ["the last code cell is not tagged conclusion"];
  const text = textOf(cells[index + 1]?.source ?? "");
  if (!text.startsWith("## Conclusion")) return ["no text that begins with ## Conclusion is after its cell"];
  const shown = numbersOf(shownBy(cell));
  const missing = numbersOf(text).filter(
    (number) => !shown.includes(number) && !shown.includes(`-${number}`),
  );
  return missing.map((number) => `the conclusion says ${number}, which its cell does not show`);
}

function shownBy(cell: Cell): string {
  const html = bundlesOf(cell).map((bundle) => withoutTags(textOf(bundle["text/html"] ?? "")));
  return [printedBy(cell), ...html].join(" ");
}

/** The text of HTML, without the captions of tables: how many rows there are is no result. */
function withoutTags(html: string): string {
  return html.replace(/<caption.*?<\/caption>/gs, " ").replace(/<[^>]*>/g, " ");
}

/** The numbers of a text; code, addresses of links, and digits that are part of a word are none. */
function numbersOf(text: string): string[] {
  const prose = text.replace(/`[^`]*`|\]\([^)]*\)/g, " ");
  const found = prose.matchAll(/(?<![\w.])[-−]?\d+(?:,\d{3})*(?:\.\d+)?(?![\w.]*[a-z_])/gi);
  return [...found].map(([number]) => String(Number(number.replaceAll(",", "").replace("−", "-"))));
}
