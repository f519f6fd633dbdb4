import { fillFileAtomic } from "../../io/write-file-atomic.ts";
import { writeFully } from "../../io/write-fully.ts";
import type { CocoTableMap } from "../../labels/to-coco/coco-tables.ts";
import { mergeCocoJson } from "../../labels/to-coco/merge-coco-json.ts";
import type { MergeCocoOptions } from "../../labels/to-coco/merge-coco-options.ts";
import type { TableName } from "../table-names.ts";

/** The tables that COCO files are written from. */
export const COCO_TABLES = [
  ...(["images", "annotations", "categories", "scenes", "keypoints", "cuboids", "polygons"] as const),
] as readonly TableName[];

/** Options of a dataset's `exportCoco`. */
export interface ExportCocoOptions extends MergeCocoOptions {
  /**
   * Whether a file that is already there is replaced.
   * @default false
   */
  force?: boolean;
  /** Stops the export; the promise rejects with the signal's reason, and no file is there. */
  signal?: AbortSignal;
}

/** A COCO file that was written. */
export interface ExportedCoco {
  path: string;
  images: number;
  annotations: number;
  /** The annotations that are not in it, because their image or category is not. */
  leftOut: number;
}

/** Writes the labels of several jobs as one COCO file: all of it or nothing. */
export async function writeCoco(
  tables: CocoTableMap,
  path: string,
  { force = false, signal, onLeftOut, ...options }: ExportCocoOptions,
): Promise<ExportedCoco> {
  let leftOut = 0;
  const pieces = mergeCocoJson(tables, {
    ...options,
    onLeftOut: (annotation) => {
      leftOut++;
      onLeftOut?.(annotation);
    },
  });
  const write: Parameters<typeof fillFileAtomic>[1] = async (file) => {
    for (const piece of pieces) {
      signal?.throwIfAborted();
      await writeFully(file, Buffer.from(piece));
    }
  };
  await fillFileAtomic(path, write, { force }).catch((error: unknown) => {
    signal?.throwIfAborted();
    throw error;
  });
  const rows = (name: string) => tables.get(name)?.numRows() ?? 0;
  return { path, images: rows("images"), annotations: rows("annotations") - leftOut, leftOut };
}
