import { visible } from "../../util/visible.ts";

/**
 * Text for one line of Markdown, in which nothing of it means something: no emphasis, link, address, formula, table cell
 * or HTML. Line breaks become spaces.
 */
export function escapeMarkdown(text: string): string {
  return visible(text.replace(/[\r\n\t\u2028\u2029]+/g, " "))
    .replace(/[\\`*{}[\]<>|#~!&$]/g, "\\$&")
    .replace(/(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, "\\_")
    .replace(/:(?=\/\/)|(?<=www)\.|@/gi, "\\$&")
    .replace(/^(\s*)([-+=])/, "$1\\$2")
    .replace(/^(\s*\d+)([.)])(?=\s|$)/, "$1\\$2");
}
