import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pack } from "./pack.ts";
import { run } from "./run.ts";

const NO_NETWORK =
  /\b(ENOTFOUND|ETIMEDOUT|ECONNREFUSED|ECONNRESET|EAI_AGAIN|ENETUNREACH|ERR_SOCKET_TIMEOUT)\b/;

/** Whether npm failed because it could not reach the registry, and not for a reason that a user would meet too. */
export function isOffline(stderr: string): boolean {
  return NO_NETWORK.test(stderr);
}

/**
 * Installs the packed package in a new project below a folder, as a user would.
 *
 * @returns The project's folder, or null (with a message) where the registry cannot be reached.
 */
export async function install(folder: string): Promise<string | null> {
  const { path } = await pack(folder);
  const project = join(folder, "project");
  await mkdir(project);
  await writeFile(join(project, "package.json"), '{ "private": true, "type": "module" }\n');
  const args = ["install", path, "--prefer-offline", "--no-audit", "--no-fund", "--ignore-scripts"];
  const { code, stderr } = await run("npm", args, { cwd: project });
  if (code === 0) return project;
  if (!isOffline(stderr)) throw new Error(`Cannot install the package: ${stderr}`);
  process.stderr.write("Skipping tests of the installed package: the registry cannot be reached\n");
  return null;
}
