import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { temporaryFolder } from "../util/temporary-folder.ts";

let made = 0;

/**
 * Writes a notebook of code cells, given by id as their text, whose first line may be `// tags` with the tags.
 *
 * @param folder Where to, under a name of its own. @default a folder that goes when the test has ended
 */
export async function makeNotebook(
  cells: Readonly<Record<string, string>>,
  folder?: string,
): Promise<string> {
  made += 1;
  const path = join(folder ?? (await temporaryFolder()), `made-${made}.ipynb`);
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
