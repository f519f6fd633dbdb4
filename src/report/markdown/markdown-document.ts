import type { Block, FigureBlock, ReportDocument } from "../document/block.ts";
import { escapeMarkdown } from "./escape-markdown.ts";
import { fencedCode } from "./fenced-code.ts";
import { markdownTable } from "./markdown-table.ts";

/** A report as Markdown: the words and tables, with the numbers of charts in place of them. */
export function markdownDocument({ title, subtitle, sections, footer }: ReportDocument): string {
  const numbering = { tables: 0 };
  const pieces = [`# ${escapeMarkdown(title)}`, escapeMarkdown(subtitle)];
  for (const section of sections) {
    pieces.push(`## ${escapeMarkdown(section.title)}`);
    for (const block of section.blocks) pieces.push(markdownBlock(block, numbering));
  }
  pieces.push("---", escapeMarkdown(footer));
  return `${pieces.filter((piece) => piece !== "").join("\n\n")}\n`;
}

function markdownBlock(block: Block, numbering: { tables: number }): string {
  switch (block.kind) {
    case "text":
      return escapeMarkdown(block.text);
    case "note":
      return `> ${escapeMarkdown(block.text)}`;
    case "heading":
      return `### ${escapeMarkdown(block.text)}`;
    case "list":
      return block.items.map(({ lead, text }) => `- ${bold(lead)}${escapeMarkdown(text)}`).join("\n");
    case "facts":
      return block.facts.map(([name, value]) => `- ${bold(`${name}:`)}${escapeMarkdown(value)}`).join("\n");
    case "table":
      numbering.tables++;
      return markdownTable(block, `Table ${numbering.tables}`);
    case "figure":
      return figureNumbers(block, numbering);
    case "code":
      return `${escapeMarkdown(block.caption)}\n\n${fencedCode(block.text)}`;
  }
}

function bold(lead: string | undefined): string {
  return lead === undefined ? "" : `**${escapeMarkdown(lead)}** `;
}

function figureNumbers({ numbers }: FigureBlock, numbering: { tables: number }): string {
  if (numbers === null) return "";
  numbering.tables++;
  return markdownTable(numbers, `Table ${numbering.tables}`);
}
