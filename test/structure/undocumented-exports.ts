import { posix } from "node:path";
import ts from "typescript";
import type { SourceFiles } from "./source-files.ts";

/**
 * What an entry file exports, directly or through other files, without a comment that describes it. What other
 * packages declare is theirs to document.
 */
export function undocumentedExports(files: SourceFiles, entry: string): string[] {
  const program = ts.createProgram([entry], { noLib: true, allowImportingTsExtensions: true }, hostOf(files));
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(entry);
  const root = source && checker.getSymbolAtLocation(source);
  return root === undefined ? [] : undocumentedIn(root, checker, new Set());
}

function undocumentedIn(module: ts.Symbol, checker: ts.TypeChecker, seen: Set<ts.Symbol>): string[] {
  return checker.getExportsOfModule(module).flatMap((exported) => {
    const alias = (exported.flags & ts.SymbolFlags.Alias) !== 0;
    const symbol = alias ? checker.getAliasedSymbol(exported) : exported;
    if (seen.has(symbol)) return [];
    seen.add(symbol);
    const declaration = symbol.declarations?.[0];
    if (declaration === undefined) return [];
    if (ts.isSourceFile(declaration)) return undocumentedIn(symbol, checker, seen);
    const text = ts.displayPartsToString(symbol.getDocumentationComment(checker)).trim();
    return text === "" ? [`${declaration.getSourceFile().fileName}: ${symbol.name}`] : [];
  });
}

/** The tree alone, without the disk: imports of packages stay unresolved. */
function hostOf(files: SourceFiles): ts.CompilerHost {
  return {
    fileExists: (path) => files.has(path),
    readFile: (path) => files.get(path),
    getSourceFile(path) {
      const text = files.get(path);
      return text === undefined ? undefined : ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
    },
    resolveModuleNameLiterals: (literals, containing) =>
      literals.map(({ text }) => {
        const resolvedFileName = posix.join(posix.dirname(containing), text);
        if (!files.has(resolvedFileName)) return { resolvedModule: undefined };
        return { resolvedModule: { resolvedFileName, extension: ts.Extension.Ts } };
      }),
    getDefaultLibFileName: () => "lib.d.ts",
    getCurrentDirectory: () => "",
    getCanonicalFileName: (path) => path,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => "\n",
    writeFile() {},
  };
}
