/** The bones of a skeleton, by the names of the points at their ends. */
export type Bones = readonly (readonly [string, string])[];

const COCO_BONES: Bones = [
  ...chain("nose", "left_eye", "left_ear", "left_shoulder", "left_elbow", "left_wrist"),
  ...chain("nose", "right_eye", "right_ear", "right_shoulder", "right_elbow", "right_wrist"),
  ...chain("left_shoulder", "left_hip", "left_knee", "left_ankle"),
  ...chain("right_shoulder", "right_hip", "right_knee", "right_ankle"),
  ...chain("left_eye", "right_eye"),
  ...chain("left_shoulder", "right_shoulder"),
  ...chain("left_hip", "right_hip"),
];

const ARMATURE_BONES: Bones = [
  ...chain("pelvis", "spine1", "spine2", "spine3", "neck", "head", "jaw"),
  ...["left", "right"].flatMap((side) => [
    ...chain("pelvis", ...["hip", "knee", "ankle", "foot"].map((part) => `${side}_${part}`)),
    ...chain("head", `${side}_eye_smplhf`),
    ...chain("spine3", ...["collar", "shoulder", "elbow", "wrist"].map((part) => `${side}_${part}`)),
    ...["index", "middle", "pinky", "ring", "thumb"].flatMap((finger) =>
      chain(`${side}_wrist`, ...[1, 2, 3].map((joint) => `${side}_${finger}${joint}`)),
    ),
  ]),
];

/** The bones of each skeleton that has some: those of COCO, and the SMPL-X joints of `armature`. */
export const BONES: Readonly<Record<string, Bones>> = { coco: COCO_BONES, armature: ARMATURE_BONES };

/** The points of a skeleton in the order of its bones, others after them. */
export function pointOrder(skeleton: string, points: readonly string[]): string[] {
  const own = new Set(points);
  const known = Object.hasOwn(BONES, skeleton) ? (BONES[skeleton] ?? []).flat() : [];
  return [...new Set([...known.filter((point) => own.has(point)), ...own])];
}

function chain(...points: string[]): Bones {
  return points.slice(1).map((point, i) => [points[i] as string, point] as const);
}
