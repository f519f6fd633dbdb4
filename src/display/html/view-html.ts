import { tableWindow } from "../table-window.ts";
import { type ProgressParts, progressCounts } from "../text/progress-text.ts";
import type { TableLimits, View, ViewPart, ViewPicture } from "../view.ts";
import { escapeHtml } from "./escape-html.ts";
import { tableHtml } from "./table-html.ts";

/** A view as HTML for the output of a cell. All that comes from data is escaped; there is no script. */
export function viewHtml({ title, parts }: View, limits: TableLimits = {}): string {
  const lines = parts.map((part) => partHtml(part, limits));
  if (title !== null) lines.unshift(`<div><b>${escapeHtml(title)}</b></div>`);
  return lines.length === 1 ? (lines[0] ?? "") : `<div>\n${lines.join("\n")}\n</div>`;
}

function partHtml(part: ViewPart, limits: TableLimits): string {
  switch (part.kind) {
    case "text":
      return `<div style="white-space:pre-wrap">${escapeHtml(part.text)}</div>`;
    case "facts":
      return factsHtml(part.facts);
    case "progress":
      return progressHtml(part.progress);
    case "table":
      return tableHtml(tableWindow(part.table, { ...part.limits, ...limits }), part.caption);
    case "pictures":
      return picturesHtml(part.pictures, part.columns);
    case "page":
      // A document of its own keeps its styles to itself, and runs nothing. Notebooks that are not trusted leave it out.
      return `<div style="opacity:.6">${escapeHtml(part.text)}</div>
<iframe sandbox srcdoc="${escapeHtml(part.html)}" title="${escapeHtml(part.text)}" style="width:100%;height:640px;border:1px solid;border-color:rgba(128,128,128,.4);background:#fff"></iframe>`;
  }
}

function factsHtml(facts: readonly (readonly [string, string | number])[]): string {
  const lines = facts.map(([name, value]) => {
    return `<dt style="opacity:.6">${escapeHtml(name)}</dt><dd style="margin:0">${escapeHtml(String(value))}</dd>`;
  });
  return `<dl style="display:grid;grid-template-columns:max-content 1fr;gap:0 1em;margin:.3em 0">${lines.join("")}</dl>`;
}

function progressHtml(progress: ProgressParts): string {
  const { label, done, total, details = [] } = progress;
  const share = total > 0 ? Math.min(1, done / total) : 0;
  const bar = `<span role="progressbar" aria-label="${escapeHtml(label)}" aria-valuemin="0" aria-valuemax="${total}" aria-valuenow="${done}" style="display:inline-block;width:12em;height:.7em;border-radius:.35em;background:rgba(128,128,128,.25);overflow:hidden"><span style="display:block;height:100%;width:${(100 * share).toFixed(1)}%;background:#3b7dd8"></span></span>`;
  const text = [progressCounts(progress), ...details].join(", ");
  return `<div style="margin:.3em 0">${escapeHtml(label)} ${bar} ${escapeHtml(text)}</div>`;
}

function picturesHtml(pictures: readonly ViewPicture[], columns: number): string {
  const figures = pictures.map(({ address, caption }) => {
    const text = escapeHtml(caption);
    return `<figure style="margin:0"><img src="${escapeHtml(address)}" alt="${text}" style="width:100%"><figcaption style="font-size:90%">${text}</figcaption></figure>`;
  });
  return `<div style="display:grid;grid-template-columns:repeat(${columns},minmax(0,1fr));gap:8px;max-width:${columns * 240}px">\n${figures.join("\n")}\n</div>`;
}
