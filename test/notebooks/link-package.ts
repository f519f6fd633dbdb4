import { existsSync } from "node:fs";
import { mkdir, readFile, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pack, ROOT } from "../package/pack.ts";
import { run } from "../package/run.ts";

interface Lock {
  packages: Record<string, { dev?: boolean }>;
}

/** The folders of the packages that the package needs, relative to the repository. */
async function neededFolders(): Promise<string[]> {
  const { packages } = JSON.parse(await readFile(join(ROOT, "package-lock.json"), "utf8")) as Lock;
  return Object.entries(packages)
    .filter(([path, { dev }]) => !dev && path.lastIndexOf("node_modules/") === 0)
    .map(([path]) => path)
    .filter((path) => existsSync(join(ROOT, path)));
}

/**
 * Makes a project below a folder, with the packed package and links to what it needs: in a second, where installing it, as
 * other tests do, takes many.
 *
 * @returns The project's folder.
 */
export async function linkPackage(folder: string): Promise<string> {
  const project = join(folder, "project");
  const target = join(project, "node_modules/infinity-frames");
  await mkdir(target, { recursive: true });
  await writeFile(join(project, "package.json"), '{ "private": true, "type": "module" }\n');
  const { path } = await pack(folder);
  const { code, stderr } = await run("tar", ["-xzf", path, "--strip-components=1"], { cwd: target });
  if (code !== 0) throw new Error(`Cannot unpack ${path}: ${stderr}`);
  for (const needed of await neededFolders()) {
    await mkdir(dirname(join(project, needed)), { recursive: true });
    await symlink(join(ROOT, needed), join(project, needed));
  }
  return project;
}
