import ts from "typescript";
import { parse } from "./parse.ts";
import type { SourceFiles } from "./source-files.ts";

/**
 * Code that a library must not hold: `console` outside the command line, `Math.random` (results come from seeds),
 * and `await` at the top of a module, which keeps it from being loaded by `require`.
 */
export function forbiddenCode(files: SourceFiles): string[] {
  return [...files].flatMap(([path, text]) => {
    const source = parse(path, text);
    const found = [...membersUsed(source), ...topLevelAwaits(source)];
    return found.filter((what) => !isAllowed(path, what)).map((what) => `${path}: ${what}`);
  });
}

function isAllowed(path: string, what: string): boolean {
  return (what === "console" && path.startsWith("cli/")) || (what === "await" && path === "cli/main.ts");
}

function membersUsed(node: ts.Node): string[] {
  const found = ts.isIdentifier(node) && node.text === "console" && !isOwnName(node) ? ["console"] : [];
  if (ts.isPropertyAccessExpression(node) && /^(globalThis\.)?Math\.random$/.test(node.getText())) {
    found.push("Math.random");
  }
  ts.forEachChild(node, (child) => void found.push(...membersUsed(child)));
  return found;
}

/** Whether an identifier names something of ours: a property, not the global. */
function isOwnName(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) && parent.name === node) {
    return parent.expression.getText() !== "globalThis";
  }
  return (ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent)) && parent.name === node;
}

function topLevelAwaits(node: ts.Node): string[] {
  if (ts.isFunctionLike(node)) return [];
  const found =
    ts.isAwaitExpression(node) || (ts.isForOfStatement(node) && node.awaitModifier) ? ["await"] : [];
  ts.forEachChild(node, (child) => void found.push(...topLevelAwaits(child)));
  return found;
}
