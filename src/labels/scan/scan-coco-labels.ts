import { appendAnnotation } from "../coco/append-annotations.ts";
import { appendCategories } from "../coco/append-categories.ts";
import { appendImages } from "../coco/append-images.ts";
import { appendScene } from "../coco/append-scene.ts";
import { checkCocoDocument } from "../coco/check-coco-document.ts";
import { type CocoSummary, CocoTotals } from "../coco/summarize-coco.ts";
import { FileRows, type Row } from "../file-rows.ts";
import { parseLabelText } from "../json/parse-label-text.ts";
import { type LabelFile, LabelFileError } from "../label-file-error.ts";
import type { LabelId } from "../label-id.ts";
import type { LabelMark, LabelTables } from "../label-tables.ts";
import { AnnotationScanner } from "./annotation-scanner.ts";
import { CLOSE_LIST, COMMA, OPEN_LIST, OPEN_OBJECT } from "./characters.ts";
import { decodeSlice } from "./decode-slice.ts";
import { type Frame, type PartPlace, scanFrame } from "./scan-frame.ts";
import { skipSpace } from "./skip-space.ts";
import { skipValue } from "./skip-value.ts";

/** A file with more unusual annotations than this, and than usual ones, is parsed as a whole. */
const MAX_UNUSUAL = 50;

/** After so many annotations, room is made for as many rows as the others will have if they are like these. */
const SAMPLE = 100;

/** Options of {@link scanCocoLabels}. */
export interface ScanCocoLabelsOptions extends LabelFile {
  into: LabelTables;
  camera: number;
  polygons: boolean;
}

/**
 * Reads the bytes of a label file into tables as `readCocoLabels` does, without parsing all of it into objects first.
 * Annotations with anything unusual in them are parsed one by one.
 *
 * @returns What job tables tell of the file, or null where it is broken or there is anything unusual around its
 *   annotations: then nothing was appended.
 */
export function scanCocoLabels(file: Uint8Array, options: ScanCocoLabelsOptions): CocoSummary | null {
  // Loops that get a Buffer once and a plain array the next time are compiled to slower code.
  const bytes = new Uint8Array(file.buffer, file.byteOffset, file.byteLength);
  const { into, jobId } = options;
  const mark = into.hold();
  const ofJob = into.categoriesOf(jobId);
  const names = new Map(ofJob);
  let summary: CocoSummary | null = null;
  try {
    summary = scanParts(bytes, { ...options, ofJob: names, mark });
  } catch (error) {
    if (!(error instanceof LabelFileError)) throw error;
  } finally {
    if (summary === null) into.takeBack(mark);
  }
  if (summary === null) return null;
  for (const [id, name] of names) ofJob.set(id, name);
  into.keep();
  return summary;
}

interface ScanPartsOptions extends ScanCocoLabelsOptions {
  /** The names of the job's categories so far, by id; added to. */
  ofJob: Map<LabelId, string | null>;
  mark: LabelMark;
}

function scanParts(bytes: Uint8Array, options: ScanPartsOptions): CocoSummary | null {
  let summary: CocoSummary | null = null;
  const frame = scanFrame(bytes, (part, start, before) => {
    if (part !== "annotations" || !before.info || !before.categories || !before.images) return null;
    return scanLists(start, before);
  });
  if (frame === null || !frame.annotations) return null;
  if (summary === null && scanLists(frame.annotations.start, frame) < 0) return null;
  return summary;

  /** Appends all parts; gives where the annotations end. */
  function scanLists(start: number, { info, categories, images }: Frame): number {
    const { into, jobId, camera, polygons, ofJob } = options;
    const document = checkCocoDocument(
      { info: parsed(info), categories: parsed(categories), images: parsed(images), annotations: [] },
      options,
    );
    const rows = new FileRows(into, options);
    appendScene(rows, document.info, { camera });
    const names = appendCategories(rows, document.categories, { ofJob });
    const frames = appendImages(rows, document.images, { camera });
    const ids = new Set<LabelId>();
    const totals = new CocoTotals(names);
    const shared = { into, jobId, camera, polygons, frames, categories: names, ids };
    const scanner = new AnnotationScanner(bytes, { ...shared, totals });
    let unusual = 0;
    const end = scanList(bytes, start, (index, at) => {
      if (index === SAMPLE) into.reserve(options.mark, (bytes.length - start) / (at - start));
      const known = scanner.scan(at);
      if (known >= 0) return known;
      if (++unusual > MAX_UNUSUAL && 2 * unusual > index) return -1;
      const end = skipValue(bytes, at);
      if (end < 0) return -1;
      const annotation = parsed({ start: at, end }) as Readonly<Row>;
      appendAnnotation(rows, annotation, { ...shared, index });
      totals.add(annotation);
      scanner.library.learn(bytes, at, annotation);
      return end;
    });
    summary = totals.summary(document.images.length);
    return end;
  }

  function parsed(place: PartPlace | undefined): unknown {
    return place && parseLabelText(decodeSlice(bytes, place.start, place.end), options, "labels");
  }
}

/** Goes over a list of objects; gives where it ends, or -1 where it is none. */
function scanList(
  bytes: Uint8Array,
  start: number,
  scanObject: (index: number, start: number) => number,
): number {
  if (bytes[start] !== OPEN_LIST) return -1;
  let at = skipSpace(bytes, start + 1);
  if (bytes[at] === CLOSE_LIST) return at + 1;
  for (let index = 0; bytes[at] === OPEN_OBJECT; index++) {
    const end = scanObject(index, at);
    if (end < 0) return -1;
    at = skipSpace(bytes, end);
    if (bytes[at] === CLOSE_LIST) return at + 1;
    if (bytes[at] !== COMMA) return -1;
    at = skipSpace(bytes, at + 1);
  }
  return -1;
}
