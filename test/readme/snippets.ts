/** A fenced block of a Markdown text. */
export interface Snippet {
  language: string;
  text: string;
  /** The line at which its text begins, from 1. */
  line: number;
}

/** The fenced blocks of a Markdown text, in order. */
export function snippetsOf(markdown: string): Snippet[] {
  return [...markdown.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].map((match) => ({
    language: match[1] as string,
    text: match[2] as string,
    line: markdown.slice(0, match.index).split("\n").length + 1,
  }));
}

/** The part of a Markdown text below a heading of the second level, up to the next one. */
export function sectionOf(markdown: string, heading: string): string {
  const section = markdown.split(/^## /m).find((text) => text.startsWith(`${heading}\n`));
  if (section === undefined) throw new Error(`Cannot find the section "${heading}"`);
  return section;
}
