import type { ArchiveFile } from "../../archive/build-zip.ts";
import { type Color, toUnitColor } from "../../drawing/color.ts";
import { encodePng } from "../../drawing/encode-png.ts";
import { roundTo } from "../../geometry/round-to.ts";
import { frameBrightness } from "../../scene/frame-brightness.ts";
import type { Bounds, Layer } from "../../scene/layer.ts";
import { outlinePolygons } from "../../scene/outline-polygons.ts";
import { cuboid, percentInView } from "../../scene/solid-labels.ts";
import type { Shot } from "../../scene/stage.ts";
import { BACKGROUND, IMAGE_ID_STEP, type LabelFile } from "../label-file.ts";
import { maskName } from "../mask-name.ts";
import { outlineLabels } from "../outline-labels.ts";
import { CATEGORY_COLORS } from "./categories.ts";
import type { Film } from "./film.ts";
import { personPoints } from "./person-points.ts";

const DUMBBELL_COLORS: readonly Color[] = [
  [255, 255, 51],
  [166, 86, 40],
];

/** The person's number in a shot; dumbbells follow. */
const PERSON = 1;

/** The labels and masks of one frame. */
export interface FrameLabels {
  image: LabelFile["images"][number];
  annotations: LabelFile["annotations"];
  masks: ArchiveFile[];
}

function imageLabels(film: Film, { frame, shot }: { frame: number; shot: Shot }): FrameLabels["image"] {
  const repCount = film.take.repCountAt(frame);
  return {
    id: frame * IMAGE_ID_STEP,
    width: shot.width,
    height: shot.height,
    frame_number: frame,
    rep_count_from_start: roundTo(repCount, 6),
    // The first passage through the peak pose is where counting from there begins.
    rep_count_from_intermediate: roundTo(Math.max(0, repCount - 0.5), 6),
    ...frameBrightness(shot, {
      materials: film.materials,
      avatar: PERSON,
      sensorNoise: film.sensorNoise,
    }),
  };
}

function isEmpty({ left, right }: Bounds): boolean {
  return left >= right;
}

/** What a layer shows, in one colour. */
function silhouette({ width, depth, painted }: Layer, color: number): Uint8Array {
  const pixels = new Uint8Array(depth.length);
  for (let row = painted.top; row < painted.bottom; row++) {
    for (let at = row * width + painted.left; at < row * width + painted.right; at++) {
      if (depth[at] !== Infinity) pixels[at] = color;
    }
  }
  return pixels;
}

/** Labels one frame: the person and the dumbbells, as the camera sees them; and draws its masks where wanted. */
export function frameLabels(film: Film, frame: number, { masks }: { masks: boolean }): FrameLabels {
  const { take, stage } = film;
  const { camera, shape } = take;
  const pose = take.poseAt(frame);
  const { labelled, other } = take.solidsOf(pose, film.look.attire);
  const instanceColors = [BACKGROUND, film.personColor, ...DUMBBELL_COLORS].slice(0, labelled.length + 1);
  const firstId = frame * labelled.length;
  const files: ArchiveFile[] = [];
  const shot = stage.shoot(
    [...labelled.map((solid, i) => ({ solid, instance: i + 1 })), { solid: other, instance: 0 }],
    {
      onAlone(instance, layer) {
        if (!masks || instance !== PERSON || isEmpty(layer.painted)) return;
        const { width, height } = layer;
        files.push({
          name: maskName(frame, "iseg", firstId),
          data: encodePng({ width, height, pixels: silhouette(layer, instance) }, instanceColors),
        });
      },
    },
  );
  const annotations = labelled.map((solid, i) => {
    const instance = i + 1;
    const alone = shot.alone[instance] ?? 0;
    const visible = (shot.materials[instance] ?? new Uint32Array()).reduce((sum, count) => sum + count, 0);
    const bounds = shot.bounds[instance];
    const outlines =
      visible > 0 && bounds
        ? outlinePolygons({ width: shot.width, bounds, covers: (at) => shot.instance[at] === instance })
        : [];
    return {
      id: firstId + i,
      image_id: frame * IMAGE_ID_STEP,
      category_id: i === 0 ? 0 : 1,
      iscrowd: 0 as const,
      ...(visible > 0 && { color: toUnitColor(instanceColors[instance] ?? BACKGROUND) }),
      ...outlineLabels(outlines),
      percent_in_fov: roundTo(percentInView(solid, camera), 4),
      percent_occlusion: alone > 0 ? roundTo(100 * (1 - visible / alone), 4) : 0,
      cuboid_coordinates: cuboid(solid, { camera, yawDeg: take.avatarYawDeg }),
      ...(instance === PERSON && personPoints(pose, { camera, shape, shot, instance })),
    };
  });
  if (masks) {
    const raster = { width: shot.width, height: shot.height, pixels: shot.instance };
    const categoryColors = instanceColors.map((_, i) =>
      i === 0 ? BACKGROUND : CATEGORY_COLORS[i === PERSON ? 0 : 1],
    );
    files.push({ name: maskName(frame, "cseg"), data: encodePng(raster, categoryColors) });
    files.push({ name: maskName(frame, "iseg"), data: encodePng(raster, instanceColors) });
  }
  return { image: imageLabels(film, { frame, shot }), annotations, masks: files };
}
