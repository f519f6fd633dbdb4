import ts from "typescript";
import type { Exports } from "../structure/exports-of.ts";

/** An example in a doc comment of something that the package exports. */
export interface Example {
  /** What it is an example of: `sample`, `Session.submit`, or `module` for an entry file. */
  of: string;
  /** Its file below `src`. */
  file: string;
  /** The line of the file at which its text begins, from 1. */
  line: number;
  text: string;
}

/** A function or class that is exported, and whether its own comment has an example. */
export interface Documented {
  name: string;
  file: string;
  hasExample: boolean;
}

/** The examples of what an entry file exports, those of members and of the entry file itself included. */
export function examplesOf({ symbols, source }: Exports): Example[] {
  const [first] = source.statements;
  const ofModule = first === undefined ? [] : examplesIn(first, "module");
  return [...ofModule, ...declarationsOf(symbols).flatMap(examplesOfDeclaration)];
}

/** The functions and classes that an entry file exports. */
export function functionsAndClasses({ symbols }: Exports): Documented[] {
  return symbols
    .filter(({ flags }) => (flags & (ts.SymbolFlags.Function | ts.SymbolFlags.Class)) !== 0)
    .map(({ name, declarations = [] }) => ({
      name,
      file: declarations[0]?.getSourceFile().fileName ?? "",
      hasExample: declarations.some((declaration) => examplesIn(declaration, name).length > 0),
    }));
}

function declarationsOf(symbols: readonly ts.Symbol[]): ts.Declaration[] {
  return symbols.flatMap(({ declarations = [] }) => declarations);
}

function examplesOfDeclaration(declaration: ts.Declaration): Example[] {
  const name = nameOf(declaration);
  const hasMembers = ts.isClassDeclaration(declaration) || ts.isInterfaceDeclaration(declaration);
  const members: readonly ts.NamedDeclaration[] = hasMembers ? declaration.members : [];
  const ofMembers = members.flatMap((member) => examplesIn(member, `${name}.${nameOf(member)}`));
  return [...examplesIn(declaration, name), ...ofMembers];
}

function nameOf(declaration: ts.NamedDeclaration): string {
  return declaration.name?.getText() ?? "constructor";
}

function examplesIn(node: ts.Node, of: string): Example[] {
  const source = node.getSourceFile();
  return ts.getJSDocCommentsAndTags(node).flatMap((comment) => {
    if (!ts.isJSDoc(comment)) return [];
    const start = source.getLineAndCharacterOfPosition(comment.pos).line + 1;
    const text = comment.getText(source).replace(/^[ \t]*\* ?/gm, "");
    return [...text.matchAll(/^@example\b[\s\S]*?^```ts\n([\s\S]*?)^```$/gm)].map((match) => {
      const end = match.index + match[0].length;
      const code = match[1] as string;
      const before = text.slice(0, end).split("\n").length - code.split("\n").length;
      return { of, file: source.fileName, line: start + before, text: code };
    });
  });
}
