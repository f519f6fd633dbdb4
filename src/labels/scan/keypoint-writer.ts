import { DictBuilder } from "../../tables/builders/dict-builder.ts";
import type { TableBuilder } from "../../tables/table-builder.ts";
import { COCO_KEYPOINT_NAMES } from "../coco/coco-keypoint-names.ts";
import { columnAs } from "./column-as.ts";
import type { Form } from "./form.ts";
import { POINT_FIELDS, TURN_FIELDS } from "./interpret-points.ts";
import type { InstanceKeys, KeyColumns } from "./key-columns.ts";
import { PointColumns, type PointNumbers, pointNumbers } from "./point-columns.ts";

const TURNS = ["qw", "qx", "qy", "qz"];
const COCO_FIELDS = 3;

/** The points of a form, or of one with the turns of another, as rows. */
interface Block {
  codes: Uint32Array;
  largest: number;
  parts: readonly PointNumbers[];
}

/** Appends the points of annotations to `keypoints`. */
export class KeypointWriter {
  readonly #table: TableBuilder;
  readonly #keys: KeyColumns;
  readonly #skeleton: DictBuilder;
  readonly #name: DictBuilder;
  readonly #columns: PointColumns;
  readonly #blocks = new Map<Form | null, Map<Form | null, Block>>();

  constructor(table: TableBuilder, keys: KeyColumns) {
    this.#table = table;
    this.#keys = keys;
    this.#skeleton = columnAs(table, "skeleton", DictBuilder);
    this.#name = columnAs(table, "keypoint", DictBuilder);
    this.#columns = new PointColumns(table, [...POINT_FIELDS, ...TURNS]);
  }

  /** Appends points and turns that belong to the same joints; one of them may be missing. */
  append(skeleton: string, keys: InstanceKeys, points: Form | null, turns: Form | null): void {
    const { codes, largest, parts } = this.#blockOf(skeleton, points, turns);
    const count = codes.length;
    if (count === 0) return;
    const row = this.#table.numRows;
    this.#keys.fill(row, count, keys);
    this.#skeleton.fill(row, count, this.#skeleton.code(skeleton));
    this.#name.open(row, count, largest).set(codes, row);
    this.#columns.append(row, parts);
    this.#table.addRows(count);
  }

  #blockOf(skeleton: string, points: Form | null, turns: Form | null): Block {
    const ofPoints = this.#blocks.get(points) ?? new Map<Form | null, Block>();
    const block = ofPoints.get(turns) ?? this.#makeBlock(skeleton, points, turns);
    this.#blocks.set(points, ofPoints.set(turns, block));
    return block;
  }

  #makeBlock(skeleton: string, points: Form | null, turns: Form | null): Block {
    if (skeleton === "coco" && points !== null) return this.#cocoBlock(points);
    const own = points?.meaning.points?.names ?? [];
    const turned = turns?.meaning.points?.names ?? [];
    const placeOf = new Map(turned.map((name, place) => [name, place]));
    const known = new Set(own);
    const names = [...own, ...turned.filter((name) => !known.has(name))];
    const parts = [
      ...POINT_FIELDS.map((_, part) => partOf(points, part, (row) => (row < own.length ? row : -1))),
      ...TURN_FIELDS.map((part) => partOf(turns, part, (row) => placeOf.get(names[row] ?? "") ?? -1)),
    ];
    return { ...this.#codesOf(names), parts };

    function partOf(form: Form | null, part: number, placeIn: (row: number) => number): PointNumbers {
      const holes = form?.meaning.points?.holes[part];
      const ofRows = Int32Array.from(names, (_, row) => holes?.[placeIn(row)] ?? -1);
      return pointNumbers(form?.numbers ?? new Float64Array(0), ofRows);
    }
  }

  #cocoBlock({ numbers, meaning }: Form): Block {
    const holes = meaning.points?.holes ?? [];
    const parts = holes.slice(0, COCO_FIELDS).map((places) => pointNumbers(numbers, places));
    return { ...this.#codesOf(COCO_KEYPOINT_NAMES.slice(0, parts[0]?.holes.length ?? 0)), parts };
  }

  #codesOf(names: readonly string[]): Omit<Block, "parts"> {
    const codes = Uint32Array.from(names, (name) => this.#name.code(name));
    return { codes, largest: codes.reduce((most, code) => Math.max(most, code), 0) };
  }
}
