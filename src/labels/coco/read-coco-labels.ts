import { parseLabelText } from "../json/parse-label-text.ts";
import type { LabelFile } from "../label-file-error.ts";
import type { LabelTables } from "../label-tables.ts";
import { labelText } from "../label-text.ts";
import { scanCocoLabels } from "../scan/scan-coco-labels.ts";
import { appendCocoDocument } from "./append-coco-document.ts";
import { checkCocoDocument } from "./check-coco-document.ts";
import type { CocoSummary } from "./summarize-coco.ts";

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
   * Whether segmentations are read into `polygons`: polygons and run lengths.
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
  const { camera = 0, polygons = false } = options;
  if (typeof input !== "string" && input.length >= SCAN_FROM) {
    const summary = scanCocoLabels(input, { ...options, camera, polygons });
    if (summary !== null) return summary;
  }
  const text = typeof input === "string" ? input : labelText(input, options, "labels");
  const document = checkCocoDocument(parseLabelText(text, options, "labels"), options);
  return appendCocoDocument(document, { ...options, camera, polygons });
}
