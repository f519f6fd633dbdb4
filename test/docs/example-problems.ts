import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import type { AmbientNames } from "./ambient.ts";
import { exampleCode } from "./example-code.ts";
import type { Example } from "./examples-of.ts";

const FOLDER = fileURLToPath(new URL(".", import.meta.url));

const OPTIONS: ts.CompilerOptions = {
  ...{ strict: true, noEmit: true, skipLibCheck: true, types: ["node"] },
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  lib: ["lib.es2023.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
};

/** The types of the ambient names. As everything of the package's, they are found in its declarations in `dist`. */
const AMBIENT: Readonly<Record<keyof AmbientNames, string>> = {
  server: 'import("infinity-frames/emulator").RunningEmulator',
  session: 'import("infinity-frames").Session',
  batch: 'import("infinity-frames").Batch',
  dataset: 'import("infinity-frames").Dataset',
};

/** What the compiler finds wrong with examples, each with its place. `specifiers` says where their names are from. */
export function exampleProblems(
  examples: readonly Example[],
  specifiers: ReadonlyMap<string, string>,
): string[] {
  const texts = new Map(examples.map((example, i) => [join(FOLDER, `example-${i}.ts`), example]));
  const host = ts.createCompilerHost(OPTIONS, true);
  const getSourceFile = host.getSourceFile.bind(host);
  host.fileExists = (path) => texts.has(path) || ts.sys.fileExists(path);
  host.getSourceFile = (path, ...rest) => {
    const example = texts.get(path);
    if (example === undefined) return getSourceFile(path, ...rest);
    // Before the first line, so that lines keep their numbers.
    return ts.createSourceFile(
      path,
      preamble(example.text, specifiers) + example.text,
      ts.ScriptTarget.ES2022,
      true,
    );
  };
  const program = ts.createProgram([...texts.keys()], OPTIONS, host);
  return [...texts].flatMap(([path, { file, line }]) => {
    const source = program.getSourceFile(path);
    const found = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
    return found.map(({ messageText, start = 0 }) => {
      const at = line + (source?.getLineAndCharacterOfPosition(start).line ?? 0);
      return `src/${file}:${at}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`;
    });
  });
}

/** Imports what an example uses and does not declare. */
function preamble(text: string, specifiers: ReadonlyMap<string, string>): string {
  const names = exampleCode(text).free.map((name) => {
    if (name in AMBIENT) return `declare const ${name}: ${AMBIENT[name as keyof AmbientNames]};`;
    const specifier = specifiers.get(name);
    return specifier === undefined ? "" : `import { ${name} } from "${specifier}";`;
  });
  return `export {}; ${names.join(" ")}`;
}
