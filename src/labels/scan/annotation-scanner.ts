import type { CocoTotals } from "../coco/summarize-coco.ts";
import type { LabelId } from "../label-id.ts";
import type { LabelTables } from "../label-tables.ts";
import { AnnotationWriter } from "./annotation-writer.ts";
import { ByteTexts } from "./byte-texts.ts";
import { BACKSLASH, CLOSE_OBJECT, COMMA, QUOTE, SPACE } from "./characters.ts";
import { CuboidWriter } from "./cuboid-writer.ts";
import type { Field, Form } from "./form.ts";
import { FormLibrary } from "./form-library.ts";
import { KeyColumns } from "./key-columns.ts";
import { KeypointWriter } from "./keypoint-writer.ts";
import { type FormReaders, matchForm } from "./match-form.ts";
import { PolygonScanner } from "./polygon-scanner.ts";
import { PolygonWriter } from "./polygon-writer.ts";
import { skipSpace } from "./skip-space.ts";

/** Options of {@link AnnotationScanner}. */
export interface AnnotationScannerOptions {
  into: LabelTables;
  jobId: string;
  camera: number;
  polygons: boolean;
  /** Frame numbers by image id. */
  frames: ReadonlyMap<LabelId, LabelId | null>;
  /** Category names by id; null where the file gives none. */
  categories: ReadonlyMap<LabelId, string | null>;
  /** The ids of the file's annotations so far; added to. */
  ids: Set<LabelId>;
  totals: CocoTotals;
}

const NONE: readonly Form[] = [];

/**
 * Reads annotations whose fields have forms that are known, straight from bytes into columns. An annotation is
 * appended when all of it has been read, so that nothing has to be taken back where there is anything unusual in it.
 */
export class AnnotationScanner {
  /** The forms that are known. */
  readonly library: FormLibrary;
  readonly #options: AnnotationScannerOptions;
  readonly #bytes: Uint8Array;
  readonly #readers: FormReaders;
  readonly #annotations: AnnotationWriter;
  readonly #keypoints: KeypointWriter;
  readonly #cuboids: CuboidWriter;
  readonly #polygons: PolygonWriter;
  readonly #forms: Form[] = [];
  #first: Form | null = null;
  #serial = 0;

  /** @param bytes The file. */
  constructor(bytes: Uint8Array, options: AnnotationScannerOptions) {
    const { into, polygons } = options;
    this.#bytes = bytes;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#readers = { view, texts: new ByteTexts(), polygons: new PolygonScanner() };
    this.#options = options;
    this.library = new FormLibrary(into.builder("annotations"), this.#readers, { polygons });
    const tableOf = (name: "annotations" | "keypoints" | "cuboids" | "polygons") =>
      [into.builder(name), new KeyColumns(into.builder(name), options)] as const;
    this.#annotations = new AnnotationWriter(...tableOf("annotations"));
    this.#keypoints = new KeypointWriter(...tableOf("keypoints"));
    this.#cuboids = new CuboidWriter(...tableOf("cuboids"));
    this.#polygons = new PolygonWriter(...tableOf("polygons"));
  }

  /** Appends the annotation that starts at a brace; gives where it ends, or -1 where it has to be read otherwise. */
  scan(start: number): number {
    const end = this.#match(start);
    return end < 0 || !this.#append() ? -1 : end;
  }

  #match(start: number): number {
    const bytes = this.#bytes;
    const forms = this.#forms;
    forms.length = 0;
    this.#serial++;
    let previous: Form | null = null;
    let at = skipSpace(bytes, start + 1);
    for (;;) {
      let form: Form | null = previous === null ? this.#first : previous.next;
      let end = form === null ? -1 : matchForm(form, bytes, at, this.#readers);
      if (end < 0) {
        for (const other of this.#formsAt(at)) {
          if (other === form) continue;
          end = matchForm(other, bytes, at, this.#readers);
          if (end < 0) continue;
          form = other;
          break;
        }
      }
      if (form === null || end < 0 || form.field.seenIn === this.#serial) return -1;
      form.field.seenIn = this.#serial;
      form.field.form = form;
      forms.push(form);
      if (previous === null) this.#first = form;
      else previous.next = form;
      previous = form;
      at = skipSpace(bytes, end);
      if (bytes[at] === CLOSE_OBJECT) return at + 1;
      if (bytes[at] !== COMMA) return -1;
      at = skipSpace(bytes, at + 1);
    }
  }

  /** The forms of the field whose name starts at a place. */
  #formsAt(start: number): readonly Form[] {
    const bytes = this.#bytes;
    if (bytes[start] !== QUOTE) return NONE;
    let end = start + 1;
    for (; bytes[end] !== QUOTE; end++) {
      const code = bytes[end];
      if (code === undefined || code < SPACE || code === BACKSLASH) return NONE;
    }
    try {
      return this.library.field(this.#readers.texts.at(bytes, start + 1, end)).forms;
    } catch {
      return NONE;
    }
  }

  #append(): boolean {
    const { frames, categories, ids, polygons, totals } = this.#options;
    const annotation_id = this.#numberOf("id");
    const image_id = this.#numberOf("image_id");
    const category_id = this.#numberOf("category_id");
    if (annotation_id === undefined || image_id === undefined || category_id === undefined) return false;
    const frame_number = frames.get(image_id);
    const name = categories.get(category_id);
    if (
      frame_number === undefined ||
      typeof frame_number === "bigint" ||
      name === undefined ||
      ids.has(annotation_id)
    )
      return false;
    if (this.#mixesPpe()) return false;
    ids.add(annotation_id);

    const keys = { image_id, frame_number, annotation_id };
    this.#annotations.append(keys, { id: category_id, name }, this.#forms);
    const coco = this.#formOf("keypoints");
    if (coco !== null && coco.meaning.points !== null) this.#keypoints.append("coco", keys, coco, null);
    const joints = this.#formOf("armature_keypoints");
    const turns = this.#formOf("quaternions");
    if (joints !== null || turns !== null) this.#keypoints.append("armature", keys, joints, turns);
    const vertices = this.#formOf("vertex_keypoints");
    if (vertices !== null) this.#keypoints.append("vertex", keys, vertices, null);
    const cuboid = this.#formOf("cuboid_coordinates");
    if (cuboid !== null) this.#cuboids.append(keys, cuboid);
    if (polygons && this.#formOf("segmentation")?.kind === "polygons") {
      this.#polygons.append(keys, this.#readers.polygons.polygons());
    }
    totals.add({
      category_id,
      percent_in_fov: this.#numberOf("percent_in_fov"),
      percent_occlusion: this.#numberOf("percent_occlusion"),
    });
    return true;
  }

  #formOf(name: string): Form | null {
    const field: Field = this.library.field(name);
    return field.seenIn === this.#serial ? field.form : null;
  }

  #numberOf(name: string): number | undefined {
    const form = this.#formOf(name);
    return form?.kind === "numbers" ? form.numbers[0] : undefined;
  }

  /** Whether the annotation has both `ppe` and fields that could be columns of its items. */
  #mixesPpe(): boolean {
    return this.#formOf("ppe") !== null && this.#forms.some(({ field }) => field.name.startsWith("ppe_"));
  }
}
