import type { TableWindow } from "../table-window.ts";
import { cellText } from "../text/cell-text.ts";
import { shapeText } from "../text/table-text.ts";
import { columnLook } from "./column-look.ts";
import { escapeHtml } from "./escape-html.ts";

const WIDEST_CELL = 80;
const FAINT = "opacity:.6;font-weight:normal";

/** A table as HTML: its shape, names and types of its columns, and rows; `…` stands for what is left out. */
export function tableHtml(window: TableWindow, caption?: string): string {
  const { columns, rows, rowGap, columnGap } = window;
  const withGap = (cells: string[], cell: string) => {
    return (columnGap === null ? cells : cells.toSpliced(columnGap.before, 0, cell)).join("");
  };
  const looks = columns.map(({ column }, index) => {
    return columnLook(
      column,
      rows.map((row) => row[index]),
    );
  });
  const side = looks.map(({ isNumeric }) => ` style="text-align:${isNumeric ? "right" : "left"}"`);
  const head = columns.map(({ name }, index) => {
    const type = escapeHtml(looks[index]?.type ?? "");
    return `<th scope="col"${side[index]}>${escapeHtml(name)}<br><span style="${FAINT}">${type}</span></th>`;
  });
  const lines = rows.map((row) => {
    const cells = row.map((value, index) => `<td${side[index]}>${cellHtml(value)}</td>`);
    return `<tr>${withGap(cells, "<td>…</td>")}</tr>`;
  });
  const width = columns.length + (columnGap === null ? 0 : 1);
  const note = (text: string) =>
    `<tr><td colspan="${width}" style="text-align:center;${FAINT}">${text}</td></tr>`;
  if (rowGap !== null)
    lines.splice(rowGap.before, 0, note(`… ${rowGap.count.toLocaleString("en-US")} more rows …`));
  if (rows.length === 0 && width > 0) lines.push(note("no rows"));
  const hidden = columnGap === null ? "" : `, ${columnGap.count} not shown`;
  const shape = `<span style="${FAINT}">${escapeHtml(shapeText(window))}${hidden}</span>`;
  const title = caption === undefined ? shape : `<b>${escapeHtml(caption)}</b> ${shape}`;
  return `<div style="overflow-x:auto"><table class="dataframe" style="white-space:nowrap">
<caption style="caption-side:top;text-align:left;padding:2px 0">${title}</caption>
<thead><tr>${withGap(head, "<th>…</th>")}</tr></thead>
<tbody>
${lines.join("\n")}
</tbody></table></div>`;
}

function cellHtml(value: unknown): string {
  const text = escapeHtml(String(cellText(value, WIDEST_CELL)));
  return value === null || value === undefined ? `<span style="opacity:.5">${text}</span>` : text;
}
