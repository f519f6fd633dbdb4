import { join } from "node:path";
import { table } from "arquero";
import { describe, expect, test } from "vitest";
import { openDataset } from "../../../src/dataset/open-dataset.ts";
import type { Alert } from "../../../src/stats/alerts/alert-table.ts";
import { labelAlerts } from "../../../src/stats/alerts/labels/label-alerts.ts";
import { ingest, openParquetDataset } from "../../dataset/ingest/built.ts";
import { type PlainRow, plainRows } from "../../util/plain-rows.ts";
import { temporaryFolder } from "../../util/temporary-folder.ts";
import { labelledFolder } from "../labels/labelled-folder.ts";

interface Box {
  category?: string | null;
  image?: number;
  w?: number | null;
  h?: number;
  x?: number;
  fov?: number;
}

/** Label tables of one job, whose images are those that boxes are on and `more`. */
function labels(
  boxes: readonly Box[],
  { more = [], names = ["person", "bell"] }: { more?: number[]; names?: string[] } = {},
) {
  const images = [...new Set([...boxes.map(({ image = 0 }) => image), ...more])];
  const ids = boxes.map(({ category = "person" }) => (category === null ? 99 : names.indexOf(category)));
  const side = (of: (box: Box) => number | null | undefined) => boxes.map((box) => of(box) ?? null);
  return {
    images: table({ job_id: images.map(() => "a"), camera: images.map(() => 0), image_id: images }),
    categories: table({ job_id: names.map(() => "a"), category_id: [...names.keys()], name: names }),
    annotations: table({
      job_id: boxes.map(() => "a"),
      camera: boxes.map(() => 0),
      image_id: boxes.map(({ image = 0 }) => image),
      category_id: ids,
      category: boxes.map(({ category = "person" }) => category),
      bbox_x: side(({ x = 0 }) => x),
      bbox_y: side(() => 0),
      bbox_w: side(({ w = 10 }) => w),
      bbox_h: side(({ h = 20 }) => h),
      percent_in_fov: side(({ fov = 100 }) => fov),
    }),
  };
}

async function told(...of: Parameters<typeof labelAlerts>): Promise<string[]> {
  return ((await labelAlerts(...of)).objects() as Alert[]).map(
    ({ alert, message }) => `${alert}: ${message}`,
  );
}

const persons = (count: number) =>
  Array.from({ length: count }, (_, image): Box => ({ image, w: 10 + (image % 7), h: 20 + (image % 5) }));
const both = (count: number): Box[] => [
  ...persons(count),
  ...persons(count).map((box) => ({ ...box, category: "bell" })),
];

describe("labelAlerts()", () => {
  test("has nothing to say about labels as they should be", async () => {
    expect(await told(labels(both(40)))).toEqual([]);
  });

  test("counts images without annotations", async () => {
    const [alert] = (await labelAlerts(labels(both(40), { more: [40, 41] }))).objects() as Alert[];
    expect(alert).toEqual({
      ...{ alert: "MissingAnnotation", severity: "warning", column: null, other_column: null, label: null },
      ...{ value: 2 / 42, threshold: 0 },
      message: "2 of 42 images (4.8 %) have no annotation, in 1 job",
    });
    expect(await told(labels(both(40), { more: [40] }), { thresholds: { missingAnnotation: 0.1 } })).toEqual(
      [],
    );
  });

  test("compares labels that are defined with those that are found", async () => {
    expect(await told(labels(persons(40)))).toEqual([
      'LabelDefinedButNotFound: "bell" is defined in 1 job, but no annotation has it',
      'OnlyOneLabel: "person" is the only label that annotations have',
    ]);
    expect(await told(labels([...both(40), { category: null }]))).toEqual([
      'UndefinedLabel: 1 annotation in 1 job has category "99", which their files do not define',
    ]);
    const { annotations, images } = labels(both(40));
    const categories = labels([], { names: [] }).categories;
    expect(await told({ annotations, images, categories })).toEqual([
      "MissingLabelCategories: There are annotations, but no file says what their categories are",
    ]);
  });

  test("finds labels that are rare", async () => {
    const rare = [...persons(60), { category: "bell" }];
    expect(await told(labels(rare))).toEqual([
      'FewSamplesInLabel: "bell" has only 1 annotation',
      'ImbalancedLabels: "person" has 60 annotations, 60 times as many as "bell" with 1',
    ]);
    expect(await told(labels(rare), { thresholds: { fewSamples: 0, imbalanceRatio: 100 } })).toEqual([]);
  });

  test("finds boxes that are unlike others of their label, or all alike", async () => {
    expect(await told(labels([...both(100), { w: 500, h: 22 }]))).toEqual([
      expect.stringMatching(
        /^FarFromLabelMean: "person": 1 of 101 boxes is more than 5 standard deviations from the mean box width of 17\.\d px \(farthest: 500 px\)/,
      ),
      expect.stringMatching(/^FarFromLabelMean: .* mean box area of \d+ px² \(farthest: 11,000 px²\)/),
      expect.stringMatching(/^FarFromLabelMean: .* mean box width\/height of/),
      'ImbalancedDistInLabel: "person": box width of 99 % of 101 boxes is in one tenth of the range from 10 to 500 px',
      expect.stringMatching(/^ImbalancedDistInLabel: .* box area/),
      expect.stringMatching(/^ImbalancedDistInLabel: .* box width\/height/),
    ]);
    const [alert] = (await labelAlerts(labels([...both(100), { w: 500, h: 22 }]))).objects();
    expect(alert).toMatchObject({
      column: "bbox_w",
      label: "person",
      value: expect.closeTo(10, 0),
      threshold: 5,
    });
    const same = Array.from({ length: 10 }, (): Box => ({}));
    expect(await told(labels(same, { names: ["person"] }))).toContain(
      'ImbalancedDistInLabel: "person": box width of 100 % of 10 boxes is at 10 px',
    );
    expect((await told(labels(same.slice(1), { names: ["person"] }))).length).toBe(1);
  });

  test("finds values that cannot be right, and boxes that are missing", async () => {
    const odd: Box[] = [
      { w: -1 },
      { h: 0 },
      { x: Number.POSITIVE_INFINITY },
      { w: null },
      { fov: 101 },
      { fov: Number.NaN },
    ];
    expect(await told(labels([...both(40), ...odd]))).toEqual([
      "NegativeLength: 1 of 86 annotations has a box whose width is not above 0 pixels",
      "NegativeLength: 1 of 86 annotations has a box whose height is not above 0 pixels",
      'InvalidValue: 1 of 86 annotations has no finite "bbox_x"',
      'InvalidValue: 2 of 86 annotations have a "percent_in_fov" outside of 0 to 100 %',
      "MissingAttribute: 1 of 86 annotations has no bounding box (1.2 %)",
    ]);
  });

  test("takes a dataset, and says the same of it as of its tables", async () => {
    const dataset = await openDataset("fixtures/spills/batch");
    const { images, annotations, categories } = dataset;
    expect(await told(dataset)).toEqual(await told({ images, annotations, categories }));
    expect(await told(dataset)).toContainEqual(expect.stringContaining("have no bounding box"));
  });

  test("says of a ParquetDataset what it says of the folder", async () => {
    const messages: string[] = [];
    for (const folder of ["fixtures/spills/batch", await labelledFolder()]) {
      const out = join(await temporaryFolder(), "out");
      await ingest(folder, out, { workers: 1 });
      const options = { thresholds: { farFromMean: 2, dominanceRatio: 0.2 } };
      const found = await labelAlerts(await openParquetDataset(out), options);
      const expected = await labelAlerts(await openDataset(folder), options);
      const close = (row: PlainRow) => ({ ...row, value: expect.closeTo(Number(row.value), 9) });
      expect(plainRows(found)).toEqual(plainRows(expected).map(close));
      messages.push(...(found.array("alert") as string[]));
    }
    expect(new Set(messages)).toEqual(
      new Set(["MissingAttribute", "MissingAnnotation", "FarFromLabelMean", "ImbalancedDistInLabel"]),
    );
  });

  test("leaves numbers whose squares are none out, and texts in their place", async () => {
    const of = (odd: Box) => told(labels([...both(40), odd]));
    const invalid = (column: string) => `InvalidValue: 1 of 81 annotations has no finite "${column}"`;
    expect(await of({ w: 1e155 })).toEqual([invalid("bbox_w")]);
    expect(await of({ w: 1e200, h: 1e200 })).toEqual([invalid("bbox_w"), invalid("bbox_h")]);
    expect(await of({ w: 10, h: 1e-300 })).toEqual([
      expect.stringMatching(/^FarFromLabelMean: "person": 1 of 41 boxes .* mean box height .* 1e-300 px/),
    ]);
    const { annotations, ...others } = labels(both(40));
    const texts = annotations.assign(table({ bbox_w: Array.from({ length: 80 }, () => "wide") }));
    expect(await told({ ...others, annotations: texts })).toEqual([
      "MissingAttribute: 80 of 80 annotations have no bounding box (100 %)",
    ]);
  });

  test("looks at the tables that there are, and takes no others", async () => {
    expect(await told({})).toEqual([]);
    expect(await told({ images: labels([], { more: [1] }).images })).toEqual([]);
    expect(await told({ annotations: labels([{ w: -1 }]).annotations })).toContainEqual(
      expect.stringContaining("NegativeLength"),
    );
    await expect(labelAlerts(undefined as never)).rejects.toThrow("labelAlerts needs a dataset, or tables");
    await expect(labelAlerts({}, { thresholds: { few: 1 } as object })).rejects.toThrow(
      'There is no option "few"',
    );
    await expect(labelAlerts({}, { threshold: 1 } as object)).rejects.toThrow(
      'There is no option "threshold"',
    );
  });

  test("stops by a signal", async () => {
    const signal = AbortSignal.abort(new Error("enough"));
    await expect(labelAlerts(labels(both(4)), { signal })).rejects.toThrow("enough");
  });
});
