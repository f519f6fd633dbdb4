import { join } from "node:path";
import { ROOT } from "../package/pack.ts";
import { run } from "../package/run.ts";
import { PYTHON } from "./kernels.ts";
import type { Workspace } from "./workspace.ts";

/**
 * Renders notebooks as pages, as JupyterLab would show them.
 *
 * @returns The pages' files, beside the notebooks.
 */
export async function renderNotebooks(
  paths: readonly string[],
  { folder, env }: Workspace,
): Promise<string[]> {
  const template = [
    "--template=quiet",
    `--TemplateExporter.extra_template_basedirs=${join(ROOT, "test/notebooks/templates")}`,
  ];
  const args = ["-m", "nbconvert", "--to=html", ...template, ...paths];
  const { code, stderr } = await run(PYTHON, args, { cwd: folder, env });
  if (code !== 0) throw new Error(`Cannot render ${paths.join(", ")}: ${stderr}`);
  return paths.map((path) => path.replace(/\.ipynb$/, ".html"));
}
