import { FileRows } from "../file-rows.ts";
import { parseLabelText } from "../json/parse-label-text.ts";
import type { LabelFile } from "../label-file-error.ts";
import type { LabelTables } from "../label-tables.ts";
import { labelText } from "../label-text.ts";
import { scanCocoLabels } from "../scan/scan-coco-labels.ts";
import { appendAnnotations } from "./append-annotations.ts";
import { appendCategories } from "./append-categories.ts";
import { appendImages } from "./append-images.ts";
import { appendScene } from "./append-scene.ts";
import { checkCocoDocument } from "./check-coco-document.ts";
import { type CocoSummary, summarizeCoco } from "./summarize-coco.ts";

/** Files of fewer bytes are parsed sooner than the scanner's loops are compiled. */
const SCAN_FROM = 500_000;

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
   * Whether the polygons of segmentations are read into `polygons`; run lengths are not.
   * @default false
   */
  polygons?: boolean;
}

/**
 * Reads a label file (COCO with this service's additions) into tables. The file is read whole before the first
 * row is appended, so that a broken file leaves no rows. What is wrong with single values or references is noted
 * in `problems`, and the rest of their rows is kept.
 *
 * @param input The file's text or its bytes.
 * @returns What job tables tell of the file.
 * @throws {LabelFileError} When the bytes are not text, the text is not JSON, or its parts are not of the right kind.
 */
export function readCocoLabels(input: string | Uint8Array, options: ReadCocoLabelsOptions): CocoSummary {
  const { into, camera = 0, polygons = false } = options;
  if (typeof input !== "string" && input.length >= SCAN_FROM) {
    const summary = scanCocoLabels(input, { ...options, camera, polygons });
    if (summary !== null) return summary;
  }
  const text = typeof input === "string" ? input : labelText(input, options, "labels");
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
