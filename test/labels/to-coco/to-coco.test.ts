import { type ColumnTable, desc, table } from "arquero";
import { describe, expect, test } from "vitest";
import { fromParquet } from "../../../src/io/from-parquet.ts";
import { toParquet } from "../../../src/io/to-parquet.ts";
import { readCocoLabels } from "../../../src/labels/coco/read-coco-labels.ts";
import { type CocoTables, fromCoco } from "../../../src/labels/from-coco.ts";
import { LabelFileError } from "../../../src/labels/label-file-error.ts";
import { LabelTables } from "../../../src/labels/label-tables.ts";
import { toCoco } from "../../../src/labels/to-coco/to-coco.ts";
import { toCocoJson } from "../../../src/labels/to-coco/to-coco-json.ts";
import { plainRows } from "../../util/plain-rows.ts";
import { sameDocument } from "./same-document.ts";

const PERSON = {
  id: 31,
  image_id: 7,
  category_id: 1,
  bbox: [10, 20, 30, 40],
  segmentation: [
    [0, 0, 4, 0, 4, 4],
    [1, 1, 2, 2, 1, 2],
  ],
  iscrowd: 0,
  area: 900,
  percent_in_fov: 100,
  num_keypoints: 2,
  person_idx: 3,
  action: "walk",
  speed: 1.5,
  color: [0, 0.5, 1],
  location: [1, 2, 3],
  ppe: { hat: true, vest: "orange" },
  cuboid_coordinates: Array.from({ length: 8 }, (_, corner) => ({ x: corner, y: 0.5, z: -1 })),
  keypoints: Array.from({ length: 51 }, (_, place) => place),
  armature_keypoints: { pelvis: { x: 1, y: 2, v: 2, z: 3, x_global: 0, y_global: 1, z_global: 2 } },
  vertex_keypoints: { left_ear: { x: 1, y: 2, v: 0, z: 3 } },
  quaternions: { pelvis: [1, 0, 0, 0], head: [0, 1, 0, 0] },
};
const FILE = {
  info: { url: "x", camera_pitch: 90, camera_location: [1, 2, 3], takes: 3, job_id: "theirs" },
  categories: [
    { id: 1, name: "person", color: [0.25, 0.5, 1], supercategory: "animal" },
    { id: 0, name: "floor" },
  ],
  images: [
    { id: 7, width: 640, height: 480, frame_number: 0, spill_visible: false, camera_location_m: [0, 1, 2] },
    { id: 3, width: 640, height: 480, frame_number: 1, image_id: 12 },
  ],
  annotations: [
    PERSON,
    { id: 32, image_id: 3, category_id: 0, segmentation: { counts: [3, 5], size: [2, 4] }, iscrowd: 1 },
    { id: 33, image_id: 3, category_id: 0, segmentation: { counts: "35", size: [2, 4] }, iscrowd: 1 },
    { id: 34, image_id: 3, category_id: 1, iscrowd: 0 },
  ],
};

const text = (file: object = FILE) => JSON.stringify(file);
const changed = (annotation: object) => ({
  ...FILE,
  annotations: [annotation, ...FILE.annotations.slice(1)],
});

function withoutFields({ fields: _, ...tables }: CocoTables): Omit<CocoTables, "fields"> {
  return tables;
}

function rests(tables: CocoTables): unknown[] {
  return (tables.fields.array("rest") as (string | null)[]).filter((rest) => rest !== null);
}

describe("toCoco() without fields", () => {
  test("makes every field of columns, and leaves out what is missing", () => {
    const tables = fromCoco(text());
    sameDocument(toCoco(withoutFields(tables)), FILE);
    expect(rests(tables)).toEqual([]);
  });

  test("takes a map of tables, and does without those that are no part of it", () => {
    const { images, annotations, categories } = fromCoco(text());
    const tables = new Map(
      Object.entries({ images, annotations, categories, jobs: table({ job_id: ["x"] }) }),
    );
    const {
      segmentation,
      cuboid_coordinates,
      keypoints,
      armature_keypoints,
      vertex_keypoints,
      quaternions,
      ...plain
    } = PERSON;
    expect(toCoco(tables)).toStrictEqual({
      categories: FILE.categories,
      images: FILE.images,
      annotations: [
        plain,
        ...FILE.annotations.slice(1).map(({ segmentation: _, ...rest }: { segmentation?: unknown }) => rest),
      ],
    });
  });

  test("writes one camera of one job", () => {
    const into = new LabelTables();
    const read = (jobId: string, camera: number, file: object) =>
      readCocoLabels(text(file), { jobId, camera, file: "f", into, polygons: true });
    const other = {
      ...FILE,
      info: {},
      images: FILE.images.slice(0, 1),
      annotations: [{ ...PERSON, action: "sit" }],
    };
    read("a", 0, FILE);
    read("a", 1, other);
    read("b", 0, { ...other, categories: [{ id: 1, name: "spill" }] });
    const tables = into.toTables();
    sameDocument(toCoco(tables, { jobId: "a", camera: 0 }), FILE);
    const { info: _, ...second } = other;
    sameDocument(toCoco(tables, { jobId: "a", camera: 1 }), { ...second, categories: FILE.categories });
    sameDocument(toCoco(tables, { jobId: "b" }), { ...second, categories: [{ id: 1, name: "spill" }] });
    expect(() => toCoco(tables)).toThrow(
      new TypeError('Cannot write COCO: the tables hold jobs a, b, give "jobId" or merge them by mergeCoco'),
    );
    expect(() => toCoco(tables, { jobId: "a" })).toThrow(
      new TypeError(
        'Cannot write COCO: the tables hold cameras 0, 1, give "camera" or merge them by mergeCoco',
      ),
    );
    expect(() => toCoco(tables, { jobId: "c" })).toThrow(
      new RangeError("Cannot write COCO: the tables hold no job c, only a, b"),
    );
    expect(() => toCocoJson(tables, { jobId: "b", camera: 1 })).toThrow(
      new RangeError("Cannot write COCO: the tables hold no camera 1, only 0"),
    );
    expect(() => toCoco(new Map([["images", tables.images]]))).toThrow(
      new TypeError('Cannot write COCO: table "annotations" is not there'),
    );
  });

  test("writes points that are left of a skeleton at their places", () => {
    const tables = withoutFields(fromCoco(text()));
    const keypoints = tables.keypoints.filter((d: { keypoint: string }) => d.keypoint === "left_eye");
    const [person] = toCoco({ ...tables, keypoints }).annotations;
    expect(person?.keypoints).toEqual([0, 0, 0, 3, 4, 5]);
  });
});

describe("toCoco() with fields", () => {
  test("keeps what no column holds", () => {
    const file = {
      licenses: [{ id: 1 }],
      annotations: [
        {
          category_id: 9,
          extra: { deep: [{}] },
          id: 1,
          image_id: 7,
          bbox: [],
          area: null,
          action: 7,
        },
        { id: 1, image_id: 7, category_id: 1, ppe_hat: "x", keypoints: [1, 2, 2] },
        { id: 1, image_id: 7, category_id: 1, note: 1 },
        { id: 2, image_id: 7, category_id: 1, note: "1" },
      ],
      categories: [
        { id: 1, name: "person" },
        { id: 1, name: "twin" },
        { id: "x", name: "odd" },
        { id: 2, name: null, keypoints: ["nose"], skeleton: [[1, 2]] },
        { id: 1, name: "third", color: [1] },
      ],
      version: null,
      images: [{ id: 7, label_x: 1, x: 2, __proto__x: 3 }],
    };
    const tables = fromCoco(text(file), { jobId: "j", camera: 2, file: "j.json" });
    sameDocument(toCoco(tables), JSON.parse(text(file)));
    expect(plainRows(tables.fields)).toMatchObject([
      {
        job_id: "j",
        camera: 2,
        part: "file",
        index: 0,
        id: null,
        rest: '{"licenses":[{"id":1}],"version":null}',
      },
      { part: "info", keys: "[]", absent: null },
      { part: "categories", index: 0, id: 1, keys: '["id","name"]', rest: null },
      { part: "categories", index: 1, id: 1, rest: '{"id":1,"name":"twin"}' },
      { part: "categories", index: 2, id: null, rest: '{"id":"x"}' },
      { part: "categories", index: 3, id: 2, rest: '{"name":null}' },
      { part: "categories", index: 4, id: 1, rest: '{"id":1,"name":"third","color":[1]}' },
      { part: "images", index: 0, id: 7, rest: null },
      {
        part: "annotations",
        keys: '["category_id","extra","id","image_id","bbox","area","action"]',
        rest: '{"extra":{"deep":[{}]},"bbox":[],"area":null,"action":7}',
        absent: '["keypoints"]',
      },
      { rest: '{"ppe_hat":"x"}', absent: '["ppe"]' },
      { rest: '{"note":1}', absent: '["keypoints"]' },
      { rest: null, absent: null },
    ]);
    expect(tables.problems.array("file")).toContain("j.json");
  });

  test("tells a missing info from an empty one and from null", () => {
    const { info: _, ...none } = FILE;
    for (const file of [none, { ...none, info: {} }, { info: null, ...none }]) {
      sameDocument(toCoco(fromCoco(text(file))), file);
      expect([...toCocoJson(fromCoco(text(file)))].join("").startsWith(text(file).slice(0, 14))).toBe(true);
    }
  });

  test("writes the rows that are shown, in their order, with the changes that were made", () => {
    const file = changed({ ...PERSON, nested: { a: [{}] } });
    const tables = fromCoco(text({ ...file, categories: [...FILE.categories, { id: 1, name: "twin" }] }));
    const annotations = tables.annotations
      .orderby(desc("annotation_id"))
      .filter((d: { annotation_id: number }) => d.annotation_id !== 32)
      .derive({
        area: (d: { area: number | null }) => (d.area === null ? null : d.area * 2),
        score: () => 0.5,
      })
      .derive({ action: () => null });
    const categories = tables.categories.filter((d: { category_id: number }) => d.category_id === 0);
    const { action: _, ...person } = PERSON;
    expect(toCoco({ ...tables, annotations, categories })).toStrictEqual({
      ...file,
      categories: FILE.categories.slice(1),
      annotations: [
        { ...FILE.annotations[3], score: 0.5 },
        { ...FILE.annotations[2], score: 0.5 },
        { ...person, area: 1800, nested: { a: [{}] }, score: 0.5 },
      ],
    });
  });

  test("keeps the files of two cameras apart in one set of tables", () => {
    const one = fromCoco(text(FILE), { jobId: "a", camera: 0 });
    const second = changed({ ...PERSON, odd: { x: 1 }, category_id: 0 });
    const two = fromCoco(text(second), { jobId: "a", camera: 1 });
    const both = Object.fromEntries(
      (Object.keys(one) as (keyof CocoTables)[]).map((name) => [name, one[name].concat(two[name])]),
    ) as CocoTables;
    sameDocument(toCoco(both, { camera: 0 }), FILE);
    sameDocument(toCoco(both, { camera: 1 }), second);
  });

  test("works from Parquet, too", async () => {
    const file = changed({ ...PERSON, extra: { x: [null] }, big: 1 });
    const json = text(file).replace('"big":1', '"big":9007199254740993').replace('"area":900', '"area":NaN');
    const tables = fromCoco(json);
    const read = Object.fromEntries(
      await Promise.all(
        Object.entries(tables).map(
          async ([name, each]): Promise<[string, ColumnTable]> => [name, await fromParquet(toParquet(each))],
        ),
      ),
    ) as CocoTables;
    sameDocument(
      toCoco(read),
      changed({ ...PERSON, area: Number.NaN, extra: { x: [null] }, big: 9007199254740993n }),
    );
  });

  test("keeps nesting 100,000 deep", () => {
    const deep = `${'[{"a":'.repeat(50_000)}NaN${"}]".repeat(50_000)}`;
    const json = text(FILE).replace('"action":"walk"', `"action":"walk","deep":${deep}`);
    const written = [...toCocoJson(fromCoco(json))].join("");
    expect(written.replaceAll(",\n", ",")).toBe(`${json}\n`);
  });

  test("refuses what is not a label file", () => {
    expect(() => fromCoco("[]", { jobId: "7" })).toThrow(LabelFileError);
    expect(() => fromCoco(new Uint8Array([0xff, 0xfe, 0x00]))).toThrow("(labels.json");
  });
});

describe("toCocoJson()", () => {
  test("comes in pieces of bounded length that can be read again", () => {
    const many = { ...FILE, annotations: Array.from({ length: 2000 }, (_, id) => ({ ...PERSON, id })) };
    const tables = fromCoco(text(many));
    const pieces = [...toCocoJson(tables)];
    expect(pieces.length).toBeGreaterThan(10);
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(100_000);
    sameDocument(JSON.parse(pieces.join("")), many);
  });

  test("writes numbers as Python does", () => {
    const json =
      '{"categories":[],"images":[],"annotations":[{"id":1,"a":NaN,"b":-Infinity,"c":9007199254740993,"d":-0.0,"e":1e+20}]}';
    expect([...toCocoJson(fromCoco(json))].join("")).toBe(
      `${json.replace("1e+20", "100000000000000000000.0")}\n`,
    );
  });
});
