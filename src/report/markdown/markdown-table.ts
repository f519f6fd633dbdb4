import type { TableBlock } from "../document/table-block.ts";
import { countOf } from "../text/count-of.ts";
import { escapeMarkdown } from "./escape-markdown.ts";

/** A table as GitHub's Markdown has them, below its caption. */
export function markdownTable({ caption, columns, rows, gap }: TableBlock, name: string): string {
  const lines = rows.map((cells) => line(cells.map(escapeMarkdown)));
  if (gap !== null) {
    const left = columns.map((_, i) => (i === 0 ? `… ${countOf(gap.rows, "more row")} …` : ""));
    lines.splice(gap.before, 0, line(left));
  }
  const title = `**${name}.** ${escapeMarkdown(caption)}`;
  if (rows.length === 0) return `${title} (no rows)`;
  const head = line(columns.map((column) => escapeMarkdown(column.title)));
  const rule = line(columns.map(({ isNumeric }) => (isNumeric ? "---:" : "---")));
  return [title, "", head, rule, ...lines].join("\n");
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}
