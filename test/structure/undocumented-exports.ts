import ts from "typescript";
import { exportsOf } from "./exports-of.ts";
import type { SourceFiles } from "./source-files.ts";

/**
 * What an entry file exports, directly or through other files, without a comment that describes it. What other
 * packages declare is theirs to document.
 */
export function undocumentedExports(files: SourceFiles, entry: string): string[] {
  const { symbols, checker } = exportsOf(files, entry);
  return symbols
    .filter((symbol) => ts.displayPartsToString(symbol.getDocumentationComment(checker)).trim() === "")
    .map((symbol) => `${symbol.declarations?.[0]?.getSourceFile().fileName}: ${symbol.name}`);
}
