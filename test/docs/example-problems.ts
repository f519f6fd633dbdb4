import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { ambient } from "./ambient.ts";
import { exampleCode } from "./example-code.ts";
import type { Example } from "./examples-of.ts";

const FOLDER = fileURLToPath(new URL(".", import.meta.url));
const ROOT = join(FOLDER, "../..");

const OPTIONS: ts.CompilerOptions = {
  ...{ strict: true, noEmit: true, skipLibCheck: true, allowImportingTsExtensions: true, types: ["node"] },
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  lib: ["lib.es2023.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
  paths: {
    "infinity-frames": [join(ROOT, "src/index.ts")],
    "infinity-frames/emulator": [join(ROOT, "src/emulator/index.ts")],
  },
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
    if (name in ambient) return `declare const ${name}: AmbientNames["${name}"];`;
    const specifier = specifiers.get(name);
    return specifier === undefined ? "" : `import { ${name} } from "${specifier}";`;
  });
  return `import type { AmbientNames } from "./ambient.ts"; ${names.join(" ")}`;
}
