import { join } from "node:path";
import { ROOT } from "../package/pack.ts";
import { run } from "../package/run.ts";
import { type KernelName, PYTHON } from "./kernels.ts";
import { type Notebook, readNotebook } from "./notebook.ts";

const RUNNER = join(ROOT, "test/notebooks/run-notebook.py");

/** A notebook that was run. */
export interface RanNotebook {
  /** Where the notebook with its outputs is. */
  path: string;
  notebook: Notebook;
  /** Why it did not run to its end. */
  failures: string[];
}

/** Options of {@link runNotebook}. */
export interface RunNotebookOptions {
  /** The folder in which it runs; the notebook with its outputs is put there too. */
  folder: string;
  /** Where the kernels are registered, as `registerKernels` gives it. */
  env: Record<string, string>;
  /** @default 60 */
  timeLimit?: number;
}

/** Runs a notebook in a kernel. */
export async function runNotebook(
  source: string,
  kernel: KernelName,
  { folder, env, timeLimit = 60 }: RunNotebookOptions,
): Promise<RanNotebook> {
  const name = source.replace(/^.*\//, "").replace(/\.ipynb$/, "");
  const path = join(folder, `${name}.${kernel}.ipynb`);
  const args = [RUNNER, source, path, kernel, String(timeLimit)];
  const { code, stdout, stderr } = await run(PYTHON, args, { cwd: folder, env });
  if (stdout === "" && code !== 0) throw new Error(`Cannot run ${source} in ${kernel}: ${stderr}`);
  const failures = stdout.trim().split("\n").filter(Boolean);
  return { path, notebook: await readNotebook(path), failures: failures.map((line) => JSON.parse(line)) };
}
