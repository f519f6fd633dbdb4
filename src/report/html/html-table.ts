import { escapeHtml } from "../../display/html/escape-html.ts";
import type { TableBlock } from "../document/table-block.ts";
import { countOf } from "../text/count-of.ts";

/**
 * A table in a region of its own, which scrolls where the page is too narrow, with the keyboard too.
 *
 * @param name What the table is called, for its caption: `Table 3`; null where it has the caption alone.
 */
export function htmlTable({ caption, columns, rows, gap }: TableBlock, name: string | null): string {
  const title = name === null ? caption : `${name}. ${caption}`;
  const lead = name === null ? "" : `<b>${escapeHtml(name)}.</b> `;
  const head = columns.map(({ title, isNumeric }) => {
    return `<th scope="col"${isNumeric ? ' class="n"' : ""}>${escapeHtml(title)}</th>`;
  });
  const lines = rows.map((cells) => {
    const written = cells.map((cell, i) => {
      const isNumeric = columns[i]?.isNumeric ? ' class="n"' : "";
      return i === 0 && isNumeric === ""
        ? `<th scope="row">${escapeHtml(cell)}</th>`
        : `<td${isNumeric}>${escapeHtml(cell)}</td>`;
    });
    return `<tr>${written.join("")}</tr>`;
  });
  if (gap !== null) {
    const left = `… ${countOf(gap.rows, "more row")} …`;
    lines.splice(gap.before, 0, `<tr class="gap"><td colspan="${columns.length}">${left}</td></tr>`);
  }
  if (rows.length === 0) lines.push(`<tr class="gap"><td colspan="${columns.length}">no rows</td></tr>`);
  return `<div class="scroll" tabindex="0" role="region" aria-label="${escapeHtml(title)}"><table>
<caption>${lead}${escapeHtml(caption)}</caption>
<thead><tr>${head.join("")}</tr></thead>
<tbody>
${lines.join("\n")}
</tbody></table></div>`;
}
