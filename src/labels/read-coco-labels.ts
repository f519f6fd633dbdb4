import { appendAnnotations } from "./append-annotations.ts";
import { appendCategories } from "./append-categories.ts";
import { appendImages } from "./append-images.ts";
import { appendScene } from "./append-scene.ts";
import { checkCocoDocument } from "./coco-document.ts";
import { type CocoSummary, summarizeCoco } from "./coco-summary.ts";
import { FileRows } from "./file-rows.ts";
import type { LabelFile } from "./label-file.ts";
import type { LabelTables } from "./label-tables.ts";
import { parseLabelText } from "./parse-label-text.ts";

/** Options of {@link readCocoLabels}. */
export interface ReadCocoLabelsOptions extends LabelFile {
  /** The tables that the rows go to. */
  into: LabelTables;
  /**
   * The number of the camera that the file is of.
   * @default 0
   */
  camera?: number;
  /**
   * Whether segmentations are read into `polygons`.
   * @default false
   */
  polygons?: boolean;
}

/**
 * Reads a label file (COCO with this service's additions) into tables. The file is read whole before the first
 * row is appended, so that a broken file leaves no rows. What is wrong with single values or references is noted
 * in `problems`, and the rest of their rows is kept.
 *
 * @returns What job tables tell of the file.
 * @throws {LabelFileError} When the text is not JSON or its parts are not of the right kind.
 */
export function readCocoLabels(text: string, options: ReadCocoLabelsOptions): CocoSummary {
  const { into, camera = 0, polygons = false } = options;
  const { info, categories, images, annotations } = checkCocoDocument(
    parseLabelText(text, options, "labels"),
    options,
  );
  const rows = new FileRows(into, options);
  appendScene(rows, info, { camera });
  const names = appendCategories(rows, categories, { ofJob: into.categoriesOf(options.jobId) });
  const frames = appendImages(rows, images, { camera });
  appendAnnotations(rows, annotations, { camera, frames, categories: names, polygons });
  return summarizeCoco({ images, annotations }, names);
}
