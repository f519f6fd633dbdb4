import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { temporaryFolder } from "../util/temporary-folder.ts";

/**
 * Writes a notebook of code cells, given by id as their text, whose first line may be `// tags` with the tags.
 *
 * @param folder Where to. @default a folder that goes when the test has ended
 */
export async function makeNotebook(
  cells: Readonly<Record<string, string>>,
  folder?: string,
): Promise<string> {
  const path = join(folder ?? (await temporaryFolder()), "made.ipynb");
  const notebook = {
    ...{ nbformat: 4, nbformat_minor: 5 },
    metadata: { kernelspec: { name: "deno", display_name: "Deno", language: "typescript" } },
    cells: Object.entries(cells).map(([id, text]) => ({
      ...{
        cell_type: "code",
        id,
        execution_count: null,
        outputs: [],
        source: text.replace(/^\/\/ tags.*\n/, ""),
      },
      metadata: { tags: /^\/\/ tags (.*)\n/.exec(text)?.[1]?.split(" ") ?? [] },
    })),
  };
  await writeFile(path, JSON.stringify(notebook));
  return path;
}
