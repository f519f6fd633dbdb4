import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { denoPath } from "../package/deno-path.ts";

/** A kernel that notebooks run in. */
export type KernelName = "deno" | "tslab";

/** Debian's Python, for which its Jupyter is installed. */
export const PYTHON = "/usr/bin/python3";

function findTslab(): string | null {
  const path = join(process.env.INFINITY_FRAMES_KERNELS ?? "", "tslab/bin/tslab");
  return existsSync(path) ? path : null;
}

/** The kernels that can be had on this machine; of those that cannot, a message says what is absent. */
export function findKernels(): KernelName[] {
  try {
    execFileSync(PYTHON, ["-c", "import jupyter_client, nbconvert"], { stdio: "ignore" });
  } catch {
    process.stderr.write("Skipping tests of notebooks: Debian's jupyter-client and nbconvert are absent\n");
    return [];
  }
  if (findTslab() !== null) return ["deno", "tslab"];
  process.stderr.write(
    "Skipping tests of notebooks in tslab: INFINITY_FRAMES_KERNELS names no folder with it\n",
  );
  return ["deno"];
}

/**
 * Registers the kernels in a folder.
 *
 * @returns The environment in which Jupyter finds them; all that it and they write goes into the folder.
 */
export async function registerKernels(folder: string): Promise<Record<string, string>> {
  const commands = {
    deno: [denoPath(), "jupyter", "--kernel", "--conn", "{connection_file}"],
    tslab: ["node", findTslab() ?? "", "kernel", "--config-path", "{connection_file}"],
  };
  for (const [name, argv] of Object.entries(commands)) {
    const spec = join(folder, "jupyter/kernels", name);
    await mkdir(spec, { recursive: true });
    await writeFile(
      join(spec, "kernel.json"),
      JSON.stringify({ argv, display_name: name, language: "typescript" }),
    );
  }
  return {
    HOME: folder,
    ...{ XDG_CONFIG_HOME: folder, XDG_CACHE_HOME: folder, XDG_DATA_HOME: folder, XDG_STATE_HOME: folder },
    ...{ JUPYTER_PATH: join(folder, "jupyter"), JUPYTER_DATA_DIR: join(folder, "jupyter-data") },
    ...{ JUPYTER_CONFIG_DIR: join(folder, "config"), JUPYTER_RUNTIME_DIR: join(folder, "runtime") },
    ...{ IPYTHONDIR: join(folder, "ipython"), PYTHONDONTWRITEBYTECODE: "1" },
    ...{ DENO_DIR: join(folder, "deno"), DENO_NO_UPDATE_CHECK: "1", NO_COLOR: "1" },
    ...{ INFINITY_FRAMES_STATE_DIR: join(folder, "state"), TZ: "UTC" },
  };
}
