import type { TableBlock } from "./table-block.ts";

/** A paragraph. */
export interface TextBlock {
  kind: "text";
  text: string;
}

/** A paragraph that stands out. */
export interface NoteBlock {
  kind: "note";
  tone: "info" | "warning" | "error";
  text: string;
}

/** Short paragraphs of one list; a `lead`, such as a name, stands out. */
export interface ListBlock {
  kind: "list";
  items: readonly { lead?: string; text: string }[];
}

/** Names with what is known of each. */
export interface FactsBlock {
  kind: "facts";
  facts: readonly (readonly [name: string, value: string])[];
}

/** A chart; its numbers are in a table that opens on demand. */
export interface FigureBlock {
  kind: "figure";
  caption: string;
  /** The Vega-Lite specification, or null where the chart is left out. */
  spec: Readonly<Record<string, unknown>> | null;
  numbers: TableBlock | null;
  /** Whether it takes the whole width of the page; else it may stand beside another one. */
  isWide: boolean;
}

/** Text that a program reads, such as JSON. */
export interface CodeBlock {
  kind: "code";
  caption: string;
  text: string;
}

/** A heading within a section. */
export interface HeadingBlock {
  kind: "heading";
  text: string;
}

/** A piece of a report. Its texts are plain: whoever writes HTML or Markdown escapes them. */
export type Block =
  | TextBlock
  | NoteBlock
  | ListBlock
  | FactsBlock
  | TableBlock
  | FigureBlock
  | CodeBlock
  | HeadingBlock;

/** A section of a report. */
export interface Section {
  /** The end of its address: `#parameters`. */
  id: string;
  title: string;
  blocks: readonly Block[];
}

/** A report as HTML and Markdown both tell it. */
export interface ReportDocument {
  title: string;
  /** What stands below the title. */
  subtitle: string;
  sections: readonly Section[];
  /** The last line. */
  footer: string;
}
