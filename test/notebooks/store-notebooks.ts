import { copyFile, mkdtemp, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { checkCells } from "./check-cells.ts";
import { checkConclusion } from "./check-conclusion.ts";
import { runNotebook } from "./run-notebook.ts";
import { makeWorkspace, NOTEBOOKS, notebookFiles, type Workspace } from "./workspace.ts";

/** Runs a notebook in Deno's kernel and stores its outputs in its file, unless something is wrong with them. */
async function store(file: string, workspace: Workspace): Promise<boolean> {
  const { path, notebook, failures } = await runNotebook(join(NOTEBOOKS, file), "deno", workspace);
  const problems = [...failures, ...checkCells(notebook), ...checkConclusion(notebook)];
  process.stdout.write(
    [`${file}: ${problems.length === 0 ? "stored" : "not stored"}`, ...problems, ""].join("\n"),
  );
  if (problems.length === 0) await copyFile(path, join(NOTEBOOKS, file));
  return problems.length === 0;
}

/** Stores the outputs of the notebooks whose names hold one of the words that were given, or of all. */
async function main(words: readonly string[]): Promise<void> {
  const files = await notebookFiles();
  const chosen = files.filter((file) => words.length === 0 || words.some((word) => file.includes(word)));
  const folder = await realpath(await mkdtemp(join(tmpdir(), "infinity-frames-")));
  try {
    const workspace = await makeWorkspace(folder);
    for (const file of chosen) if (!(await store(file, workspace))) process.exitCode = 1;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

await main(process.argv.slice(2));
