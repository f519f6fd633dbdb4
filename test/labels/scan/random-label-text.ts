import { numberText } from "./number-texts.ts";

type Random = () => number;

const JOINTS = ["pelvis", "left_hip", "spine1", "head", "3", "__proto__", "jäw"];
const PPE = ["hat", "vest", "x"];

/** The text of a random label file: mostly of a few shapes that come again, with oddities here and there. */
export function randomLabelText(random: Random): string {
  const below = (limit: number) => Math.floor(random() * limit);
  const often = (chance: number) => random() < chance;
  const pick = <T>(...items: T[]): T => items[below(items.length)] as T;
  const oddness = pick(0, 0, 0.0003, 0.0003, 0.003, 0.03);
  const odd = () => random() < oddness;
  const gap = pick("", "", " ", "\n  ", "\r\n\t");
  const colon = pick(":", ": ", `:${gap}`, ` :${gap}`);
  const shortNumbers = often(0.5);
  const imageIds = Array.from({ length: 1 + below(5) }, (_, index) => index * pick(1, 3) + below(2));
  const joints = JOINTS.slice(0, 1 + below(odd() ? JOINTS.length : 4));

  const object = (fields: (readonly [string, string])[]) =>
    `{${gap}${fields.map(([name, value]) => `${JSON.stringify(name)}${colon}${value}`).join(`,${gap}`)}${gap}}`;
  const list = (items: string[]) => `[${gap}${items.join(`,${gap}`)}${gap}]`;
  const number = (): string => {
    if (odd()) return pick("NaN", "-Infinity", "null", '"1"', "12345678901234567890", "true", "[]", "01");
    if (shortNumbers) return pick(String(below(1000)), (random() * 9).toFixed(1 + below(4)));
    return often(0.999) ? String(random() * 100 - 20) : numberText(random);
  };
  const numbers = (count: number) => list(Array.from({ length: odd() ? below(9) : count }, number));
  const integer = (limit: number) => (odd() ? number() : String(below(limit)));
  const scalar = () =>
    pick(
      number(),
      number(),
      pick("true", "false"),
      "null",
      JSON.stringify(pick("a", "b", "walking", "ö😀", 'q"\\')),
    );
  const deep = () =>
    pick("[]", "{}", "[[[1]]]", '{"a":[1,{"b":null}]}', `${"[".repeat(50)}${"]".repeat(50)}`, "[[1,2],[3]]");
  const anything = () => (often(0.6) ? scalar() : deep());
  const orOdd = (value: string) => (odd() ? anything() : value);

  const pointFields = pick(
    ["x", "y", "v"],
    ["x", "y", "v", "z"],
    ["x", "y", "v", "z", "x_global", "y_global", "z_global"],
  );
  const point = () => object(pointFields.map((name) => [name, name === "v" ? integer(3) : number()]));
  const byJoint = (value: () => string) => {
    const names = odd() ? [...joints, pick(...JOINTS)] : odd() ? joints.slice(1) : joints;
    return object(names.map((name) => [name, orOdd(value())]));
  };
  const polygon = () => numbers(2 * below(5));
  const numKeypoints = often(0.8) ? 51 : 3 * below(20);
  const ppeTexts = Array.from({ length: 3 }, () =>
    object(PPE.slice(0, 1 + below(3)).map((item) => [item, pick("true", "false", '"red"', "null", "3")])),
  );
  const segmentation = () =>
    odd()
      ? pick('{"counts":[1,2],"size":[2,3]}', "[[]]", "[[1]]", "[1,2]")
      : list(Array.from({ length: below(3) }, polygon));
  const makers = new Map<string, () => string>(
    Object.entries({
      iscrowd: () => integer(2),
      bbox: () => numbers(4),
      area: number,
      segmentation,
      color: () => numbers(3),
      percent_in_fov: number,
      percent_occlusion: number,
      cuboid_coordinates: () =>
        list(
          Array.from({ length: odd() ? below(9) : 8 }, () =>
            object(["x", "y", "z"].map((name) => [name, number()])),
          ),
        ),
      armature_keypoints: () => byJoint(point),
      vertex_keypoints: () => byJoint(point),
      quaternions: () => byJoint(() => numbers(4)),
      keypoints: () =>
        list(Array.from({ length: numKeypoints }, (_, place) => (place % 3 === 2 ? integer(3) : number()))),
      num_keypoints: () => integer(18),
      person_idx: () => integer(4),
      gender: () => pick('"male"', '"female"'),
      action: () => JSON.stringify(pick("walk", "sit", "läuft", "")),
      yaw_rotation_deg: number,
      location: () => numbers(3),
      ppe: () => pick(...ppeTexts),
      ppe_hat: scalar,
      note: scalar,
      score: () => pick(String(below(9)), number()),
      tags: () => numbers(3),
      attributes: () => pick('{"a":1}', '{"b":{"c":[1]}}', "{}"),
      label: anything,
      camera: scalar,
    }),
  );
  makers.set("7", scalar).set("__proto__", scalar);
  const usual = [...makers.keys()].slice(0, 21);
  const shapes = Array.from({ length: 1 + below(3) }, () => {
    const names = usual.filter(() => often(0.7));
    for (const name of [...makers.keys()].slice(21)) if (odd() || often(0.06)) names.push(name);
    if (often(0.3)) names.sort(() => random() - 0.5);
    return names;
  });
  let nextId = below(5);
  const annotation = (): string => {
    if (odd()) return odd() ? anything() : "{}";
    const shape = pick(...shapes);
    const fields = shape
      .filter(() => !odd())
      .map((name): [string, string] => [name, orOdd((makers.get(name) ?? scalar)())]);
    if (odd() && fields.length > 0) fields.push(pick(...fields));
    const id = odd() ? number() : String(nextId++);
    const imageId = odd() ? number() : String(pick(...imageIds));
    const keys: [string, string][] = [
      ["id", id],
      ["image_id", imageId],
      ["category_id", odd() ? number() : String(1 + below(2))],
    ];
    const text = object([...keys.filter(() => !odd()), ...fields]);
    return odd() ? text.replace('"id"', '"\\u0069d"') : text;
  };
  const image = (id: number, index: number): string =>
    object([
      ["id", String(id)],
      ["width", "640"],
      ["height", integer(480)],
      ["frame_number", odd() ? number() : String(index)],
      ["mean_image_brightness", number()],
      ...(odd() ? [["extra", anything()] as const] : []),
    ]);
  const category = (id: number): string =>
    object([
      ["id", String(id)],
      ["name", orOdd(id === 1 ? '"person"' : '"cat"')],
      ["color", numbers(3)],
    ]);
  const parts: [string, string][] = [
    [
      "info",
      orOdd(
        object([
          ["scene_id", '"GYM"'],
          ["camera_pitch", number()],
          ["camera_location", numbers(3)],
        ]),
      ),
    ],
    ["categories", list([1, 2].map(category))],
    ["images", list(imageIds.map(image))],
    ["annotations", list(Array.from({ length: below(often(0.05) ? 400 : 40) }, annotation))],
  ];
  if (often(0.2)) parts.splice(below(5), 0, ["licenses", anything()]);
  if (often(0.3)) parts.sort(() => random() - 0.5);
  const kept = parts.filter(() => !odd());
  if (odd() && kept.length > 0) kept.push(pick(...kept));
  return `${odd() ? "\ufeff" : ""}${often(0.1) ? gap : ""}${object(kept)}${often(0.3) ? "\n" : ""}${odd() ? "x" : ""}`;
}

/** The bytes of a text, sometimes cut off or with a byte that is not right. */
export function damaged(text: string, random: Random): Uint8Array {
  const bytes = new TextEncoder().encode(text);
  const kind = random();
  if (kind < 0.6) return bytes;
  const at = Math.floor(random() * bytes.length);
  if (kind < 0.75) return bytes.subarray(0, at);
  const changed = bytes.slice();
  const replacements = '{}[],:"\\0-.eN \n\u0001é';
  changed[at] =
    kind < 0.8
      ? Math.floor(random() * 256)
      : replacements.charCodeAt(Math.floor(random() * replacements.length));
  return changed;
}
