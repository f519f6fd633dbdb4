import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { run } from "./run.ts";

/** The repository's folder. */
export const ROOT: string = fileURLToPath(new URL("../..", import.meta.url));

/** The package as it would be published. */
export interface Tarball {
  path: string;
  /** The packed files, relative to the package. */
  files: string[];
}

/** Packs the package, with `dist` as it is, into a folder. */
export async function pack(folder: string): Promise<Tarball> {
  const args = ["pack", "--ignore-scripts", "--json", "--pack-destination", folder];
  const { code, stdout, stderr } = await run("npm", args, { cwd: ROOT });
  if (code !== 0) throw new Error(`Cannot pack the package: ${stderr}`);
  const [packed] = JSON.parse(stdout) as [{ filename: string; files: { path: string }[] }];
  return { path: join(folder, packed.filename), files: packed.files.map(({ path }) => path) };
}
