import { FileRows } from "../file-rows.ts";
import type { LabelFile } from "../label-file-error.ts";
import type { LabelTables } from "../label-tables.ts";
import { appendAnnotations } from "./append-annotations.ts";
import { appendCategories } from "./append-categories.ts";
import { appendImages } from "./append-images.ts";
import { appendScene } from "./append-scene.ts";
import type { CocoDocument } from "./check-coco-document.ts";
import { type CocoSummary, summarizeCoco } from "./summarize-coco.ts";

/** Options of {@link appendCocoDocument}. */
export interface AppendCocoOptions extends LabelFile {
  /** The tables that the rows go to. */
  into: LabelTables;
  camera: number;
  /** Whether segmentations are read. */
  polygons: boolean;
}

/**
 * Appends the parts of a parsed label file to tables.
 *
 * @returns What job tables tell of the file.
 */
export function appendCocoDocument(
  { info, categories, images, annotations }: CocoDocument,
  options: AppendCocoOptions,
): CocoSummary {
  const { jobId, into, camera, polygons } = options;
  const rows = new FileRows(into, options);
  appendScene(rows, info, { camera });
  const names = appendCategories(rows, categories, { ofJob: into.categoriesOf(jobId) });
  const frames = appendImages(rows, images, { camera });
  appendAnnotations(rows, annotations, { camera, frames, categories: names, polygons });
  return summarizeCoco({ images, annotations }, names);
}
