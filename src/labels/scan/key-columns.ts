import { DictBuilder } from "../../tables/builders/dict-builder.ts";
import { IntBuilder } from "../../tables/builders/int-builder.ts";
import type { TableBuilder } from "../../tables/table-builder.ts";
import { columnAs } from "./column-as.ts";

/** What the rows of one annotation have in common. */
export interface InstanceKeys {
  image_id: number;
  frame_number: number | null;
  annotation_id: number;
}

/** The columns that say which annotation a row is of. */
export class KeyColumns {
  readonly #job: DictBuilder;
  readonly #jobCode: number;
  readonly #camera: IntBuilder;
  readonly #cameraNumber: number;
  readonly #image: IntBuilder;
  readonly #frame: IntBuilder;
  readonly #annotation: IntBuilder;

  constructor(table: TableBuilder, { jobId, camera }: { jobId: string; camera: number }) {
    this.#job = columnAs(table, "job_id", DictBuilder);
    this.#jobCode = this.#job.code(jobId);
    this.#camera = columnAs(table, "camera", IntBuilder);
    this.#cameraNumber = camera;
    this.#image = columnAs(table, "image_id", IntBuilder);
    this.#frame = columnAs(table, "frame_number", IntBuilder);
    this.#annotation = columnAs(table, "annotation_id", IntBuilder);
  }

  /** Gives rows their keys. */
  fill(row: number, count: number, { image_id, frame_number, annotation_id }: InstanceKeys): void {
    this.#job.fill(row, count, this.#jobCode);
    this.#camera.fill(row, count, this.#cameraNumber);
    this.#image.fill(row, count, image_id);
    if (frame_number !== null) this.#frame.fill(row, count, frame_number);
    this.#annotation.fill(row, count, annotation_id);
  }
}
