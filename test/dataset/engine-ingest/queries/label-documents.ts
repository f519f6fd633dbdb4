import * as fc from "fast-check";
import { COCO_KEYPOINT_NAMES } from "../../../../src/labels/coco/coco-keypoint-names.ts";

/** Any number that a label may be, none beyond 2^53. */
const number = fc.oneof(
  fc.integer({ min: -1000, max: 1000 }),
  fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((value) => value + 0),
);
const text = fc.oneof(
  fc.constantFrom("walk", "it's", 'a "b" \\ c', "é\u{1f600}", "", "line\nbreak"),
  fc.string(),
);
const word = text.filter(
  (value) => !/^(-?\d+(\.\d+)?([eE][+-]?\d+)?|NaN|-?Infinity|true|false|[{[].*[}\]])$/.test(value),
);

/** A field that is missing, null, empty or there. */
function maybe<T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null | undefined> {
  return fc.oneof(
    { weight: 4, arbitrary: value },
    { weight: 1, arbitrary: fc.constantFrom(null, undefined) },
  );
}

const vector = (length: number) =>
  fc.oneof(fc.array(number, { minLength: length, maxLength: length }), fc.constant([]));
const joint = fc.constantFrom("pelvis", "neck", "head", "jaw", "left_hip", "odd name'\"");
const point = fc.record(
  {
    x: number,
    y: number,
    v: fc.integer({ min: 0, max: 2 }),
    z: maybe(number),
    x_global: number,
    y_global: maybe(number),
    more: text,
  },
  { requiredKeys: [] },
);
const points = fc.dictionary(joint, point, { maxKeys: 4, noNullPrototype: true });
const turn = fc.oneof(fc.array(number, { minLength: 4, maxLength: 4 }), fc.constant(null));
const turns = fc.dictionary(joint, turn, { maxKeys: 4, noNullPrototype: true });
const coco = fc
  .nat({ max: COCO_KEYPOINT_NAMES.length })
  .chain((count) =>
    fc
      .array(fc.tuple(number, number, fc.integer({ min: 0, max: 2 })), { minLength: count, maxLength: count })
      .map((rows) => rows.flat()),
  );
const polygon = fc.nat({ max: 4 }).chain((n) => fc.array(number, { minLength: 2 * n, maxLength: 2 * n }));
const runs = fc.record({
  counts: fc.oneof(fc.array(fc.nat()), fc.constantFrom("0PPh", 'a\\"b')),
  size: fc.tuple(fc.nat({ max: 4000 }), fc.nat({ max: 4000 })),
});

const info = fc.record(
  {
    url: maybe(word),
    video_name: maybe(word),
    camera_pitch: maybe(number),
    camera_location: maybe(vector(3)),
    camera_K_matrix: maybe(fc.array(vector(3), { maxLength: 3 })),
    avatar_identity: maybe(fc.integer()),
    scene_id: maybe(word),
    is_night: maybe(fc.boolean()),
    weights: maybe(fc.array(number)),
    names: maybe(fc.array(word)),
    nested: maybe(fc.record({ deep: number })),
    camera: maybe(number),
  },
  { requiredKeys: [] },
);
const image = fc.record(
  {
    width: maybe(fc.nat({ max: 4000 })),
    height: maybe(fc.nat({ max: 4000 })),
    frame_number: maybe(fc.nat({ max: 10_000 })),
    file_name: maybe(word),
    snr: maybe(number),
    spill_visible: maybe(fc.boolean()),
    camera_RT_matrix: maybe(fc.array(vector(4), { maxLength: 3 })),
    exposure: maybe(number),
    count: maybe(fc.integer()),
    job_id: maybe(word),
    tags: maybe(fc.constant([{ a: 1 }])),
  },
  { requiredKeys: [] },
);
const category = fc.record(
  { color: maybe(vector(3)), supercategory: maybe(word), weight: maybe(number) },
  { requiredKeys: [] },
);
const annotation = (runLengths: boolean) =>
  fc.record(
    {
      iscrowd: maybe(fc.constantFrom(0, 1)),
      bbox: maybe(vector(4)),
      color: maybe(vector(3)),
      location: maybe(vector(3)),
      area: maybe(number),
      percent_in_fov: maybe(fc.double({ min: 0, max: 100, noNaN: true })),
      percent_occlusion: maybe(fc.double({ min: 0, max: 100, noNaN: true })),
      num_keypoints: maybe(fc.nat({ max: 17 })),
      action: maybe(word),
      gender: maybe(word),
      keypoints: maybe(coco),
      armature_keypoints: maybe(points),
      vertex_keypoints: maybe(points),
      quaternions: maybe(turns),
      cuboid_coordinates: maybe(fc.array(point, { minLength: 8, maxLength: 8 })),
      ppe: maybe(
        fc.record(
          { helmet: maybe(fc.boolean()), vest: maybe(word), size: maybe(number) },
          { requiredKeys: [] },
        ),
      ),
      segmentation: maybe(runLengths ? fc.oneof(fc.array(polygon), runs) : fc.array(polygon)),
      confidence: maybe(number),
      bbox_x: maybe(number),
    },
    { requiredKeys: [] },
  );

/** Whole documents that SQL can read. */
export function labelDocuments({
  runLengths,
}: {
  runLengths: boolean;
}): fc.Arbitrary<Record<string, unknown>> {
  const id = fc.oneof(fc.nat({ max: 1000 }), fc.nat({ max: 2 ** 40 }));
  const ids = fc.uniqueArray(id, { minLength: 1, maxLength: 4 });
  return fc
    .tuple(ids, ids, fc.uniqueArray(id, { maxLength: 5 }))
    .chain(([categories, images, annotations]) => {
      return fc.record({
        info: maybe(info),
        categories: fc.tuple(
          ...categories.map((own) =>
            category.chain((rest) =>
              fc.constantFrom("person", "box").map((name) => ({ id: own, name, ...rest })),
            ),
          ),
        ),
        images: fc.tuple(...images.map((own) => image.map((rest) => ({ id: own, ...rest })))),
        annotations: fc.tuple(
          ...annotations.map((own) =>
            fc
              .tuple(fc.constantFrom(...images), fc.constantFrom(...categories), annotation(runLengths))
              .map(([image_id, category_id, rest]) => ({ id: own, image_id, category_id, ...rest })),
          ),
        ),
      });
    });
}
