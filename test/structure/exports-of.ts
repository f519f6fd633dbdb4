import { posix } from "node:path";
import ts from "typescript";
import type { SourceFiles } from "./source-files.ts";

/** What an entry file gives away: its own exports and those it takes from other files, without other packages'. */
export interface Exports {
  symbols: readonly ts.Symbol[];
  checker: ts.TypeChecker;
  /** The entry file itself. */
  source: ts.SourceFile;
}

/** Finds what an entry file exports, directly or through other files of the tree. */
export function exportsOf(files: SourceFiles, entry: string): Exports {
  const program = ts.createProgram([entry], { noLib: true, allowImportingTsExtensions: true }, hostOf(files));
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(entry);
  if (source === undefined) throw new Error(`There is no ${entry}`);
  const root = checker.getSymbolAtLocation(source);
  return { symbols: root === undefined ? [] : symbolsIn(root, checker, new Set()), checker, source };
}

function symbolsIn(module: ts.Symbol, checker: ts.TypeChecker, seen: Set<ts.Symbol>): ts.Symbol[] {
  return checker.getExportsOfModule(module).flatMap((exported) => {
    const alias = (exported.flags & ts.SymbolFlags.Alias) !== 0;
    const symbol = alias ? checker.getAliasedSymbol(exported) : exported;
    if (seen.has(symbol)) return [];
    seen.add(symbol);
    const declaration = symbol.declarations?.[0];
    if (declaration === undefined) return [];
    return ts.isSourceFile(declaration) ? symbolsIn(symbol, checker, seen) : [symbol];
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
