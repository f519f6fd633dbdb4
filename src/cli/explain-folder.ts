import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { InfinityFramesError } from "../util/infinity-frames-error.ts";
import { kindOfPath } from "./kind-of-path.ts";

/** Says what to give in place of a folder that was taken for a batch's id. */
export async function explainFolder(error: unknown, batch: string, more = ""): Promise<never> {
  const { code } = error as { code?: unknown };
  const isNoId = code === "API_404" || batch === "." || batch === "..";
  if (!isNoId || (await kindOfPath(batch)) !== "folder") throw error;
  const id = await readFile(join(batch, "batch_id.txt"), "utf8").catch(() => null);
  const hint =
    id === null
      ? "give the id that submit printed, or batches lists"
      : `it holds batch ${id.trim()}: give that id${more}`;
  throw new InfinityFramesError("BATCH_IS_FOLDER", `There is no batch ${batch}, which is a folder; ${hint}`, {
    cause: error,
  });
}
