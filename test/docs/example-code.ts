import ts from "typescript";
import { parse } from "../structure/parse.ts";

/** A line of an example that says what comes of it: `people.numRows(); // 3`. */
export interface Check {
  /** The text after the slashes, and of the comment lines that follow at once. */
  expected: string;
  /** The line of the example, from 0. */
  line: number;
}

/** An example as the body of an async function. */
export interface ExampleCode {
  /** JavaScript that calls `$check(index, run)` for each check and `$import(specifier)` for each import. */
  body: string;
  checks: readonly Check[];
  /** The names that it uses and does not declare. */
  free: readonly string[];
}

interface Edit {
  start: number;
  end: number;
  text: string;
}

/** Makes an example runnable, with its results to be checked. */
export function exampleCode(text: string): ExampleCode {
  const source = parse("example.ts", text);
  const checks: Check[] = [];
  const edits: Edit[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node)) return;
    if (ts.isImportDeclaration(node)) edits.push(importEdit(node));
    const expected = ts.isExpressionStatement(node) ? commentAfter(text, node.end) : undefined;
    if (ts.isExpressionStatement(node) && expected !== undefined) {
      const call = `await $check(${checks.length}, async () => ({ value: (${node.expression.getText()}) }));`;
      edits.push({ start: node.getStart(), end: node.end, text: call });
      checks.push({ expected, line: source.getLineAndCharacterOfPosition(node.end).line });
    } else {
      ts.forEachChild(node, visit);
    }
  };
  visit(source);
  const { outputText } = ts.transpileModule(applyEdits(text, edits), {
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 },
  });
  return { body: `{\n${outputText}\n}`, checks, free: freeNames(source) };
}

/** The comment that follows on the same line, with the lines below it that are comments, too. */
function commentAfter(text: string, end: number): string | undefined {
  const match = /^[ \t]*\/\/(.*(?:\n[ \t]*\/\/.*)*)/.exec(text.slice(end));
  return match?.[1]?.replace(/\n[ \t]*\/\//g, "\n").trim();
}

function importEdit(node: ts.ImportDeclaration): Edit {
  const [start, end] = [node.getStart(), node.end];
  const clause = node.importClause;
  const from = `await $import(${node.moduleSpecifier.getText()})`;
  if (clause === undefined || clause.isTypeOnly) return { start, end, text: "" };
  const bindings = clause.namedBindings;
  if (bindings === undefined)
    return { start, end, text: `const { default: ${clause.name?.text} } = ${from};` };
  if (ts.isNamespaceImport(bindings)) return { start, end, text: `const ${bindings.name.text} = ${from};` };
  const names = bindings.elements
    .filter(({ isTypeOnly }) => !isTypeOnly)
    .map(({ propertyName, name }) => (propertyName ? `${propertyName.text}: ${name.text}` : name.text));
  return { start, end, text: `const { ${names.join(", ")} } = ${from};` };
}

function applyEdits(text: string, edits: readonly Edit[]): string {
  let [result, at] = ["", 0];
  for (const { start, end, text: put } of edits) {
    result += text.slice(at, start) + put;
    at = end;
  }
  return result + text.slice(at);
}

function freeNames(source: ts.SourceFile): string[] {
  const used = new Set<string>();
  const declared = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node))
      (isDeclaration(node) ? declared : isProperty(node) ? new Set() : used).add(node.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return [...used].filter((name) => !declared.has(name));
}

function isDeclaration(node: ts.Identifier): boolean {
  const { parent } = node;
  const declares =
    ts.isVariableDeclaration(parent) ||
    ts.isBindingElement(parent) ||
    ts.isParameter(parent) ||
    ts.isFunctionDeclaration(parent) ||
    ts.isImportSpecifier(parent) ||
    ts.isNamespaceImport(parent) ||
    ts.isImportClause(parent) ||
    ts.isTypeAliasDeclaration(parent) ||
    ts.isInterfaceDeclaration(parent) ||
    ts.isClassDeclaration(parent);
  return declares && parent.name === node;
}

function isProperty(node: ts.Identifier): boolean {
  const { parent } = node;
  return (
    (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
    (ts.isPropertyAssignment(parent) && parent.name === node) ||
    (ts.isBindingElement(parent) && parent.propertyName === node)
  );
}
