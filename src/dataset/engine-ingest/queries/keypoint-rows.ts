import type { Dialect } from "../../../engine/dialect/dialect.ts";
import type { EngineColumn } from "../../../engine/engine-source.ts";
import { COCO_KEYPOINT_NAMES } from "../../../labels/coco/coco-keypoint-names.ts";
import { LABEL_SCHEMAS } from "../../../labels/schemas.ts";
import { field } from "./expressions.ts";

const POINT = ["x", "y", "v", "z", "x_global", "y_global", "z_global"];
const TURN = ["qw", "qx", "qy", "qz"];
const COLUMNS: readonly EngineColumn[] = [
  ["skeleton", "string"],
  ["keypoint", "string"],
  ...[...POINT, ...TURN].map((name): EngineColumn => [name, "float64"]),
];

/** The columns of `keypoints` that are no keys. */
export const KEYPOINT_COLUMNS: readonly string[] = Object.keys(LABEL_SCHEMAS.keypoints.always).filter(
  (name) => COLUMNS.some(([column]) => column === name),
);

/** The rows of `keypoints` of an annotation, as structures of {@link KEYPOINT_COLUMNS}. */
export function keypointRows(label: string, dialect: Dialect): string {
  const [armature, vertices, turns] = ["armature_keypoints", "vertex_keypoints", "quaternions"].map((name) =>
    field(label, name),
  ) as [string, string, string];
  const rows = dialect.type({ list: { struct: COLUMNS } });
  const orNone = (list: string): string => `coalesce(${list}, CAST(${dialect.list([])} AS ${rows}))`;
  const turned = dialect.map(
    dialect.entries(armature),
    "e",
    dialect.struct([
      ["key", "e.key"],
      ["value", "e.value"],
      ["turn", dialect.valueOf(turns, "e.key")],
    ]),
  );
  const isAlone = `${armature} IS NULL OR ${dialect.find(`map_keys(${armature})`, "e.key")} = 0`;
  const alone = `CASE WHEN ${armature} IS NULL OR map_keys(${armature}) <> map_keys(${turns}) THEN ${dialect.filter(dialect.entries(turns), "e", isAlone)} END`;
  return dialect.concat([
    orNone(cocoRows(field(label, "keypoints"), dialect)),
    orNone(dialect.map(turned, "e", row("armature", "e.key", { point: "e.value", turn: "e.turn", dialect }))),
    orNone(dialect.map(alone, "e", row("armature", "e.key", { turn: "e.value", dialect }))),
    orNone(
      dialect.map(dialect.entries(vertices), "e", row("vertex", "e.key", { point: "e.value", dialect })),
    ),
  ]);
}

function cocoRows(keypoints: string, dialect: Dialect): string {
  const points = COCO_KEYPOINT_NAMES.map((name, place) => {
    const numbers = [1, 2, 3].map((offset) => dialect.item(keypoints, String(3 * place + offset)));
    return struct("coco", dialect.text(name), {
      values: new Map(POINT.slice(0, 3).map((column, at) => [column, numbers[at] ?? ""])),
      dialect,
    });
  });
  // Numbers are there of all points or of the first ones.
  const there = dialect.filter(dialect.list(points), "e", "e.v IS NOT NULL");
  return `CASE WHEN ${dialect.length(keypoints)} > 0 THEN ${there} END`;
}

function row(
  skeleton: string,
  key: string,
  { point, turn, dialect }: { point?: string; turn?: string; dialect: Dialect },
): string {
  const values = new Map<string, string>();
  for (const name of point === undefined ? [] : POINT) values.set(name, field(point ?? "", name));
  for (const [place, name] of TURN.entries()) {
    if (turn !== undefined) values.set(name, dialect.item(turn, String(place + 1)));
  }
  return struct(skeleton, key, { values, dialect });
}

function struct(
  skeleton: string,
  key: string,
  { values, dialect }: { values: ReadonlyMap<string, string>; dialect: Dialect },
): string {
  const none = `CAST(NULL AS ${dialect.type("float64")})`;
  return dialect.struct([
    ["skeleton", dialect.text(skeleton)],
    ["keypoint", key],
    ...[...POINT, ...TURN].map((name) => [name, values.get(name) ?? none] as const),
  ]);
}
