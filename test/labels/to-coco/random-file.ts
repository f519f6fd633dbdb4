import fc from "fast-check";

const bigint = fc.oneof(
  fc.constantFrom(
    2n ** 53n,
    2n ** 53n + 1n,
    -(2n ** 53n) - 1n,
    2n ** 63n - 1n,
    -(2n ** 63n),
    2n ** 63n,
    10n ** 30n,
  ),
  fc.bigInt({ min: 2n ** 53n, max: 2n ** 70n }),
);
const special = fc.constantFrom(
  Number.NaN,
  Infinity,
  -Infinity,
  -0,
  0,
  2 ** 53,
  1e20,
  1e300,
  5e-324,
  2 ** 31,
  0.1,
);
const number = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: -3, max: 9 }) },
  fc.double(),
  special,
  bigint,
);
const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 4 }),
  fc.constantFrom("person", "", "3", "\ue000", "__proto__"),
);
const scalar = fc.oneof(number, text, fc.boolean(), fc.constant(null));
const anything = fc.oneof(
  { weight: 6, arbitrary: scalar },
  fc.array(scalar, { maxLength: 3 }),
  fc.array(fc.array(number, { maxLength: 3 }), { maxLength: 3 }),
  fc.dictionary(text, scalar, { maxKeys: 2, noNullPrototype: true }),
  fc.constantFrom({}, [], [[]], [[[1]]], [{ a: 1 }]),
);

/** Ids repeat, and are at times none. */
const id = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 0, max: 4 }) },
  { weight: 1, arbitrary: fc.constantFrom(2n ** 53n + 1n, 2n ** 64n, 1.5, "1", null, 2 ** 53) },
);

/** Names of fields: those of columns and of their prefixes among them. */
const name = fc.oneof(
  fc.constantFrom(
    ...[
      "job_id",
      "camera",
      "image_id",
      "annotation_id",
      "category",
      "frame_number",
      "label_job_id",
      "label_x",
    ],
    ...[
      "label_",
      "ppe_hat",
      "ppe",
      "bbox_x",
      "color_r",
      "location_x",
      "supercategory",
      "score",
      "__proto__",
      "1",
      "0",
    ],
    ...[
      "toString",
      "action",
      "file_name",
      "camera_pitch",
      "camera_location",
      "skeleton",
      "name",
      "label___proto__",
    ],
  ),
  fc.string({ maxLength: 3 }),
);

type Fields = Record<string, unknown>;

/** An object with fields of some kinds, of which any may be missing, null or something else, in any order. */
function objects(kinds: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<Fields> {
  const known = Object.entries(kinds).map(([key, kind]) =>
    fc.tuple(
      fc.constant(key),
      fc.oneof(
        { weight: 12, arbitrary: kind },
        { weight: 1, arbitrary: fc.constantFrom(null, []) },
        anything,
      ),
      fc.integer({ min: 0, max: 9 }),
    ),
  );
  const unknown = fc.array(fc.tuple(name, anything, fc.integer({ min: 0, max: 9 })), { maxLength: 3 });
  return fc
    .tuple(fc.tuple(...known), fc.subarray(Object.keys(kinds)), unknown, fc.boolean())
    .map(([fields, kept, more, shuffle]) => {
      const chosen = [...fields.filter(([key]) => kept.includes(key) || key === "id"), ...more];
      if (shuffle) chosen.sort(([, , a], [, , b]) => a - b);
      // Parsing makes `__proto__` a field like others; assigning would not.
      const object: Fields = JSON.parse(`{${chosen.map(([key]) => `${JSON.stringify(key)}:0`).join()}}`);
      for (const [key, value] of chosen) {
        Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
      }
      return object;
    });
}

const list = (length: number) => fc.array(number, { minLength: length, maxLength: length });
const point = objects(
  Object.fromEntries(["x", "y", "v", "z", "x_global", "y_global", "z_global"].map((key) => [key, number])),
);
const joints = (value: fc.Arbitrary<unknown>) =>
  fc.dictionary(fc.constantFrom("pelvis", "head", "0", "x"), value, { noNullPrototype: true });

const image = objects({
  id,
  width: number,
  height: number,
  frame_number: fc.nat(9),
  file_name: text,
  spill_visible: fc.boolean(),
  snr: number,
  camera_location_m: list(3),
});
const category = objects({ id, name: text, color: list(3), supercategory: text });
const annotation = objects({
  id,
  image_id: id,
  category_id: id,
  iscrowd: fc.constantFrom(0, 1),
  bbox: list(4),
  area: number,
  segmentation: fc.oneof(
    fc.array(fc.array(number, { maxLength: 4 }), { maxLength: 3 }),
    objects({ counts: fc.oneof(text, fc.array(fc.nat(9))), size: fc.tuple(fc.nat(9), fc.nat(9)) }),
  ),
  color: list(3),
  percent_in_fov: number,
  ppe: fc.dictionary(fc.constantFrom("hat", "vest", "", "__proto__"), scalar, { noNullPrototype: true }),
  location: list(3),
  cuboid_coordinates: fc.oneof(
    fc.array(point, { minLength: 8, maxLength: 8 }),
    fc.array(point, { maxLength: 2 }),
  ),
  keypoints: fc.oneof(list(51), list(6), list(7)),
  num_keypoints: number,
  armature_keypoints: joints(fc.oneof(point, anything)),
  vertex_keypoints: joints(point),
  quaternions: joints(fc.oneof(list(4), list(3))),
});

/** Label files with every field of the format, each of them at times missing, null, of another kind or misplaced. */
export const labelFiles: fc.Arbitrary<Fields> = fc
  .tuple(
    objects({
      info: objects({
        url: text,
        camera_pitch: number,
        camera_location: list(3),
        camera_K_matrix: fc.array(list(3)),
      }),
    }),
    fc.array(category, { maxLength: 4 }),
    fc.array(image, { maxLength: 5 }),
    fc.array(annotation, { maxLength: 5 }),
    fc.integer({ min: 0, max: 3 }),
  )
  .map(([file, categories, images, annotations, order]) => {
    const { info, ...rest } = file;
    const isObject = typeof info === "object" && !Array.isArray(info);
    const parts: [string, unknown][] = [
      ["categories", categories],
      ["images", images],
      ["annotations", annotations],
    ];
    if ("info" in file) parts.unshift(["info", isObject ? info : {}]);
    if (order === 0) parts.reverse();
    const entries = order === 1 ? [...Object.entries(rest), ...parts] : [...parts, ...Object.entries(rest)];
    return Object.fromEntries(
      entries.filter(([key], place) => !entries.slice(place + 1).some(([later]) => later === key)),
    );
  });
