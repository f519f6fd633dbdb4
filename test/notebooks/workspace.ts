import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { ROOT } from "../package/pack.ts";
import { registerKernels } from "./kernels.ts";
import { linkPackage } from "./link-package.ts";

/** The folder of the notebooks. */
export const NOTEBOOKS: string = join(ROOT, "notebooks");

/** The files of the notebooks, in their order. */
export async function notebookFiles(): Promise<string[]> {
  const files = await readdir(NOTEBOOKS).catch(() => []);
  return files.filter((file) => file.endsWith(".ipynb")).sort();
}

/** Where notebooks run: a project with the package, and the kernels. */
export interface Workspace {
  folder: string;
  env: Record<string, string>;
}

/** Makes a workspace below a folder. */
export async function makeWorkspace(folder: string): Promise<Workspace> {
  return { folder: await linkPackage(folder), env: await registerKernels(folder) };
}
