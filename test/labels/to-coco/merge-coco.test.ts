import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { openDataset } from "../../../src/dataset/open-dataset.ts";
import { readCocoLabels } from "../../../src/labels/coco/read-coco-labels.ts";
import { LabelTables } from "../../../src/labels/label-tables.ts";
import { mergeCoco } from "../../../src/labels/to-coco/merge-coco.ts";
import { mergeCocoJson } from "../../../src/labels/to-coco/merge-coco-json.ts";
import type { MergedImage } from "../../../src/labels/to-coco/merge-coco-options.ts";
import type { CocoFile } from "../../../src/labels/to-coco/to-coco.ts";
import { temporaryFolder } from "../../util/temporary-folder.ts";

type Fields = Record<string, unknown>;
type File = Record<"categories" | "images" | "annotations", Fields[]> & Fields;

/** The tables of label files, by job and camera. */
function tablesOf(files: [jobId: string, camera: number, file: object][]) {
  const into = new LabelTables();
  for (const [jobId, camera, file] of files) {
    readCocoLabels(JSON.stringify(file), { jobId, camera, file: "f", into, polygons: true });
  }
  return into.toTables();
}

/** Checks by plain loops that a merged file holds what its sources hold, and nothing refers to what is not there. */
function checkMerged(merged: CocoFile, sources: [jobId: string, camera: number, file: File][]): void {
  const ids = (objects: readonly Fields[]) => objects.map(({ id }) => id);
  const { categories, images, annotations } = merged;
  expect(new Set(ids(categories)).size).toBe(categories.length);
  expect(new Set(categories.map(({ name }) => name)).size).toBe(categories.length);
  for (const { id: _, ...fields } of sources.flatMap(([, , file]) => file.categories)) {
    expect(categories.find(({ name }) => name === fields.name)).toMatchObject(fields);
  }
  expect(ids(images)).toEqual(images.map((_, index) => index + 1));
  expect(ids(annotations)).toEqual(annotations.map((_, index) => index + 1));
  expect(images.length).toBe(sources.reduce((sum, [, , file]) => sum + file.images.length, 0));
  expect(annotations.length).toBe(sources.reduce((sum, [, , file]) => sum + file.annotations.length, 0));
  for (const [jobId, camera, file] of sources) {
    const mine = images.filter((image) => image.job_id === jobId && image.camera === camera);
    expect(mine.map(({ source_id }) => source_id)).toEqual(ids(file.images));
    for (const [index, { id: _, file_name: __, ...fields }] of file.images.entries()) {
      expect(mine[index]).toMatchObject(fields);
    }
    const places = new Set(mine.map(({ id }) => id));
    const labels = annotations.filter(({ image_id }) => places.has(image_id));
    expect(labels).toHaveLength(file.annotations.length);
    for (const [index, { id, image_id, category_id, ...fields }] of file.annotations.entries()) {
      const label = labels[index]!;
      const { id: _, image_id: __, category_id: ___, ...rest } = label;
      expect(rest).toEqual({ ...fields, source_id: id });
      expect(mine.find((image) => image.id === label.image_id)?.source_id).toBe(image_id);
      const name = file.categories.find((category) => category.id === category_id)?.name;
      expect(categories.find((category) => category.id === label.category_id)?.name).toBe(name);
    }
  }
}

const PYTHON = `
import contextlib, io, json, sys
from pycocotools.coco import COCO
with contextlib.redirect_stdout(io.StringIO()): coco = COCO(sys.argv[1])
anns = coco.loadAnns(coco.getAnnIds())
area = sum(int(coco.annToMask(ann).sum()) for ann in anns if "segmentation" in ann)
per_image = sorted(len(coco.getAnnIds(imgIds=[id])) for id in coco.getImgIds())
print(json.dumps([len(coco.imgs), len(coco.anns), sum(per_image), sorted(c["name"] for c in coco.cats.values()), area]))
`;

const person = (id: number, image_id: number, category_id = 1) => ({ id, image_id, category_id, iscrowd: 0 });
const ONE: File = {
  info: { url: "x", scene_id: "A", camera_pitch: 90 },
  categories: [
    { id: 1, name: "person", color: [1, 0, 0] },
    { id: 4, name: "spill" },
  ],
  images: [
    { id: 7, width: 6, height: 4, frame_number: 0, file_name: "0.png", camera: "theirs" },
    { id: 3, width: 6, height: 4, frame_number: 1, file_name: "1.png" },
  ],
  annotations: [
    { ...person(5, 3), segmentation: [[0, 0, 4, 0, 4, 4]], bbox: [0, 0, 4, 4], source_id: "theirs" },
    { ...person(6, 7, 4), iscrowd: 1, segmentation: { counts: [4, 8, 12], size: [4, 6] } },
  ],
};
const TWO: File = {
  info: { url: "x", scene_id: "B", camera: 3 },
  categories: [
    { id: 4, name: "spill", color: [0, 0, 1] },
    { id: 9, name: "floor" },
  ],
  images: [{ id: 7, width: 6, height: 4, frame_number: 0 }],
  annotations: [{ ...person(5, 7, 9), segmentation: { counts: "48<", size: [4, 6] } }, person(6, 7, 4)],
};

describe("mergeCoco()", () => {
  test("numbers images and annotations anew and keeps category ids that jobs agree on", () => {
    const merged = mergeCoco(
      tablesOf([
        ["a", 0, ONE],
        ["b", 0, TWO],
      ]),
    );
    expect(merged).toStrictEqual({
      info: { url: "x" },
      categories: [
        { id: 1, name: "person", color: [1, 0, 0] },
        { id: 4, name: "spill" },
        { id: 9, name: "floor" },
      ],
      images: [
        {
          ...{ id: 1, file_name: "a/0.png", width: 6, height: 4, frame_number: 0, label_camera: "theirs" },
          ...{ job_id: "a", camera: 0, source_id: 7 },
        },
        {
          id: 2,
          file_name: "a/1.png",
          width: 6,
          height: 4,
          frame_number: 1,
          job_id: "a",
          camera: 0,
          source_id: 3,
        },
        { id: 3, width: 6, height: 4, frame_number: 0, job_id: "b", camera: 0, source_id: 7 },
      ],
      annotations: [
        {
          ...{ ...person(1, 2), segmentation: [[0, 0, 4, 0, 4, 4]], bbox: [0, 0, 4, 4] },
          ...{ label_source_id: "theirs", source_id: 5 },
        },
        { ...person(2, 1, 4), iscrowd: 1, segmentation: { counts: [4, 8, 12], size: [4, 6] }, source_id: 6 },
        { ...person(3, 3, 9), segmentation: { counts: "48<", size: [4, 6] }, source_id: 5 },
        { ...person(4, 3, 4), source_id: 6 },
      ],
      scenes: [
        { job_id: "a", camera: 0, url: "x", scene_id: "A", camera_pitch: 90 },
        { job_id: "b", camera: 0, url: "x", scene_id: "B", label_camera: 3 },
      ],
    });
  });

  test.each([
    ["one id with two names", [{ id: 1, name: "floor" }]],
    [
      "one name with two ids",
      [
        { id: 2, name: "person" },
        { id: 1, name: "floor" },
      ],
    ],
    ["a category without an id", [{ id: null, name: "floor" }]],
  ])("numbers categories from 1 where jobs do not agree: %s", (_, categories) => {
    const [category] = categories;
    const file = { ...TWO, categories, annotations: [person(1, 7, Number(category?.id))] };
    const merged = mergeCoco(
      tablesOf([
        ["a", 0, ONE],
        ["b", 0, file],
      ]),
    );
    expect(merged.categories).toStrictEqual([
      { id: 1, name: "person", color: [1, 0, 0] },
      { id: 2, name: "spill" },
      { id: 3, name: "floor" },
    ]);
    const names = merged.annotations.map(
      ({ category_id }) => merged.categories[Number(category_id) - 1]?.name,
    );
    expect(names).toEqual(["person", "spill", ...(category?.id === null ? [] : [category?.name])]);
  });

  test("keeps categories without a name apart", () => {
    const unnamed = { ...ONE, categories: [{ id: 1 }, { id: 4, name: "spill" }] };
    const { categories, annotations } = mergeCoco(
      tablesOf([
        ["a", 0, unnamed],
        ["b", 0, unnamed],
      ]),
    );
    expect(categories).toStrictEqual([{ id: 1 }, { id: 2, name: "spill" }, { id: 3 }]);
    expect(annotations.map(({ category_id }) => category_id)).toEqual([1, 2, 3, 2]);
  });

  test("joins by ids that are there, and to the first of equal ones", () => {
    const categories = [{ name: "person" }, { id: 1, name: "spill" }];
    const images = [{ frame_number: 0 }, { id: 7, frame_number: 1 }, { id: 7, frame_number: 2 }];
    const labels = [person(1, 7), { id: 2, category_id: 1 }, { id: 3, image_id: 7 }];
    const leftOut: unknown[] = [];
    const tables = tablesOf([["a", 0, { categories, images, annotations: labels }]]);
    const merged = mergeCoco(tables, { onLeftOut: ({ missing }) => leftOut.push(missing) });
    expect(merged.images.map(({ id, source_id }) => [id, source_id])).toEqual([
      [1, null],
      [2, 7],
      [3, 7],
    ]);
    expect(merged.annotations).toStrictEqual([{ ...person(1, 2, 2), source_id: 1 }]);
    expect(leftOut).toEqual(["image", "category"]);
  });

  test("tells the cameras of a job apart", () => {
    const { annotations, images, ...rest } = ONE;
    const one: File = {
      ...rest,
      images: images.map(({ camera: _, ...image }) => image),
      annotations: annotations.map(({ source_id: _, ...annotation }) => annotation),
    };
    const two: File = {
      ...TWO,
      categories: [
        { id: 4, name: "spill" },
        { id: 9, name: "floor" },
      ],
    };
    const sources: [string, number, File][] = [
      ["a", 0, one],
      ["a", 1, two],
      ["b", 0, two],
    ];
    checkMerged(mergeCoco(tablesOf(sources)), sources);
  });

  test("makes file names unique across cameras, or as it is told", () => {
    const tables = tablesOf([
      ["a", 0, ONE],
      ["a", 1, ONE],
      ["b", 0, ONE],
    ]);
    const names = ({ images }: CocoFile) => images.map(({ file_name }) => file_name);
    expect(names(mergeCoco(tables))).toEqual([
      ...["a/cam0/0.png", "a/cam0/1.png", "a/cam1/0.png", "a/cam1/1.png", "b/0.png", "b/1.png"],
    ]);
    const fileName = ({ jobId, camera, frameNumber, sourceId }: MergedImage) =>
      frameNumber === 0 ? null : [jobId, camera, frameNumber, sourceId].join("-");
    expect(names(mergeCoco(tables, { fileName }))).toEqual([
      ...[undefined, "a-0-1-3", undefined, "a-1-1-3", undefined, "b-0-1-3"],
    ]);
  });

  test("leaves out annotations whose image or category is not there, and tells", () => {
    const file = {
      ...TWO,
      annotations: [...TWO.annotations, person(8, 1, 4), person(9, 7, 77), { id: 10, category_id: 4 }],
    };
    const tables = tablesOf([
      ["a", 0, ONE],
      ["b", 0, file],
    ]);
    const images = tables.images.filter(
      (d: { image_id: number; job_id: string }) => d.job_id === "b" || d.image_id === 3,
    );
    const leftOut: unknown[] = [];
    const merged = mergeCoco({ ...tables, images }, { onLeftOut: (each) => leftOut.push(each) });
    expect(merged.images.map(({ id, source_id }) => [id, source_id])).toEqual([
      [1, 3],
      [2, 7],
    ]);
    expect(merged.annotations.map(({ id, image_id, source_id }) => [id, image_id, source_id])).toEqual([
      [1, 1, 5],
      [2, 2, 5],
      [3, 2, 6],
    ]);
    expect(leftOut).toEqual([
      { jobId: "a", sourceId: 6, missing: "image" },
      { jobId: "b", sourceId: 8, missing: "image" },
      { jobId: "b", sourceId: 9, missing: "category" },
      { jobId: "b", sourceId: 10, missing: "image" },
    ]);
  });

  test("has segmentations only where there are polygons, and scenes only where there are scenes", () => {
    const { images, annotations, categories } = tablesOf([["a", 0, ONE]]);
    const merged = mergeCoco({ images, annotations, categories });
    expect(Object.keys(merged)).toEqual(["info", "categories", "images", "annotations"]);
    expect(merged.info).toEqual({});
    expect(merged.annotations.map((each) => "segmentation" in each)).toEqual([false, false]);
  });

  test.each(["spills", "visionfit"])("holds the labels of all jobs of the %s fixture", async (name) => {
    const folder = fileURLToPath(new URL(`../../../fixtures/${name}/batch`, import.meta.url));
    const sources = readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith("video.rgb.json"))
      .sort()
      .map((path): [string, number, File] => [
        path.split(/[\\/]/)[0]!,
        0,
        JSON.parse(readFileSync(join(folder, path), "utf8")) as File,
      ]);
    const dataset = await openDataset(folder, { polygons: true });
    expect(sources.length).toBeGreaterThan(0);
    const merged = mergeCoco(dataset.tables());
    checkMerged(merged, sources);
    const text = [...mergeCocoJson(dataset.tables())].join("");
    expect(JSON.parse(text)).toStrictEqual(merged);

    const file = join(await temporaryFolder(), "merged.json");
    await writeFile(file, mergeCocoJson(dataset.tables()));
    const python = spawnSync("python3", ["-c", PYTHON, file], { encoding: "utf8" });
    if (python.status !== 0) {
      process.stderr.write("pycocotools is absent: merged files are not read by it\n");
      return;
    }
    const { images, annotations, categories } = merged;
    const [numImages, numAnnotations, inImages, names, area] = JSON.parse(python.stdout) as [
      number,
      number,
      number,
      string[],
      number,
    ];
    expect([numImages, numAnnotations, inImages]).toEqual([
      images.length,
      annotations.length,
      annotations.length,
    ]);
    expect(names).toEqual(categories.map(({ name }) => name).sort());
    const total = annotations.reduce((sum, each) => sum + Number(each.area ?? 0), 0);
    expect(area / total).toBeCloseTo(1, 1);
  });

  test("writes what pycocotools reads, run lengths included", async () => {
    const file = join(await temporaryFolder(), "merged.json");
    await writeFile(
      file,
      mergeCocoJson(
        tablesOf([
          ["a", 0, ONE],
          ["b", 0, TWO],
        ]),
      ),
    );
    const python = spawnSync("python3", ["-c", PYTHON, file], { encoding: "utf8" });
    if (python.status !== 0) process.stderr.write("pycocotools is absent: merged files are not read by it\n");
    else
      expect(JSON.parse(python.stdout)).toMatchObject([
        3,
        4,
        4,
        ["floor", "person", "spill"],
        expect.any(Number),
      ]);
    expect((JSON.parse(readFileSync(file, "utf8")) as File).annotations).toHaveLength(4);
  });
});
