import { posix } from "node:path";
import ts from "typescript";
import { parse } from "./parse.ts";
import type { SourceFiles } from "./source-files.ts";

/** One import of one file; `export ... from` and `import()` count. */
export interface Import {
  /** The importing file. */
  from: string;
  /** What is written in quotes. */
  specifier: string;
  /** The imported file's path, where the import is relative. */
  target: string | null;
  /** Whether nothing is left of the import at run time. */
  typeOnly: boolean;
  /** Whether it happens only when the code that holds it runs. */
  lazy: boolean;
}

/** Every import of every file. */
export function importsOf(files: SourceFiles): Import[] {
  return [...files].flatMap(([path, text]) => importsOfFile(path, text));
}

function importsOfFile(from: string, text: string): Import[] {
  const found: Import[] = [];
  function add(node: ts.Node | undefined, { typeOnly = false, lazy = false } = {}): void {
    if (node === undefined || !ts.isStringLiteralLike(node)) return;
    const specifier = node.text;
    const target = specifier.startsWith(".") ? posix.join(posix.dirname(from), specifier) : null;
    found.push({ from, specifier, target, typeOnly, lazy });
  }
  function visit(node: ts.Node): void {
    if (ts.isImportDeclaration(node)) {
      add(node.moduleSpecifier, { typeOnly: node.importClause?.isTypeOnly ?? false });
    } else if (ts.isExportDeclaration(node)) {
      add(node.moduleSpecifier, { typeOnly: node.isTypeOnly });
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      add(node.argument.literal, { typeOnly: true });
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node.arguments[0], { lazy: true });
    }
    ts.forEachChild(node, visit);
  }
  visit(parse(from, text));
  return found;
}
