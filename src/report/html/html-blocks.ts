import { escapeHtml } from "../../display/html/escape-html.ts";
import type { Block, FigureBlock } from "../document/block.ts";
import { htmlTable } from "./html-table.ts";

/** Numbers tables and figures through a whole report. */
export interface Numbering {
  tables: number;
  figures: number;
}

/** What blocks need to become HTML. */
export interface HtmlBlocksOptions {
  numbering: Numbering;
  /** The drawn charts. */
  images: ReadonlyMap<FigureBlock, string>;
}

/** The HTML of some blocks. */
export function htmlBlocks(blocks: readonly Block[], options: HtmlBlocksOptions): string {
  const pieces: string[] = [];
  for (let from = 0; from < blocks.length; ) {
    let to = from;
    while (isNarrow(blocks[to], options)) to++;
    if (to - from < 2) to = from + 1;
    const written = blocks.slice(from, to).map((block) => htmlBlock(block, options));
    pieces.push(
      written.length > 1 ? `<div class="figures">\n${written.join("\n")}\n</div>` : written.join(""),
    );
    from = to;
  }
  return pieces.join("\n");
}

/** Whether a block is a figure that may stand beside another one; a table in place of a chart needs the whole width. */
function isNarrow(block: Block | undefined, { images }: HtmlBlocksOptions): boolean {
  return block?.kind === "figure" && !block.isWide && images.has(block);
}

function htmlBlock(block: Block, { numbering, images }: HtmlBlocksOptions): string {
  switch (block.kind) {
    case "text":
      return `<p>${escapeHtml(block.text)}</p>`;
    case "note":
      return `<p class="note ${block.tone}">${escapeHtml(block.text)}</p>`;
    case "heading":
      return `<h3>${escapeHtml(block.text)}</h3>`;
    case "list":
      return `<ul>\n${block.items.map(listItem).join("\n")}\n</ul>`;
    case "facts":
      return `<dl>\n${block.facts.map(([name, value]) => `<div><dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd></div>`).join("\n")}\n</dl>`;
    case "table":
      return htmlTable(block, nextTable(numbering));
    case "figure":
      return figure(block, { numbering, images });
    case "code": {
      const caption = escapeHtml(block.caption);
      return `<details><summary>${caption}</summary>
<pre tabindex="0" role="region" aria-label="${caption}"><code>${escapeHtml(block.text)}</code></pre></details>`;
    }
  }
}

function listItem({ lead, text }: { lead?: string; text: string }): string {
  return `<li>${lead === undefined ? "" : `<b>${escapeHtml(lead)}</b> `}${escapeHtml(text)}</li>`;
}

function nextTable(numbering: Numbering): string {
  numbering.tables++;
  return `Table ${numbering.tables}`;
}

function figure(block: FigureBlock, { numbering, images }: HtmlBlocksOptions): string {
  const image = images.get(block);
  const table = block.numbers;
  if (image === undefined) return table === null ? "" : htmlTable(table, nextTable(numbering));
  numbering.figures++;
  const numbers =
    table === null
      ? ""
      : `<details><summary>The numbers of figure ${numbering.figures}</summary>
${htmlTable(table, null)}</details>`;
  return `<figure>
<div class="chart" tabindex="0" role="region" aria-label="Figure ${numbering.figures}">${image}</div>
<figcaption><b>Figure ${numbering.figures}.</b> ${escapeHtml(block.caption)}</figcaption>
${numbers}</figure>`;
}
