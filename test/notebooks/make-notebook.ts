import { writeFile } from "node:fs/promises";
import { join } from "node:path";

let made = 0;

/** Writes a notebook of code cells, given by id as their text, the first line of which may be `// tags` and the tags. */
export async function makeNotebook(folder: string, cells: Readonly<Record<string, string>>): Promise<string> {
  made += 1;
  const path = join(folder, `made-${made}.ipynb`);
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
