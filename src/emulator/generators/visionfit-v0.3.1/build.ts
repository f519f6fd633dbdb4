import type { JobParams } from "../../../api/wire-types.ts";
import { type ArchiveFile, buildZip } from "../../archive/build-zip.ts";
import { type Color, toUnitColor } from "../../drawing/color.ts";
import { roundTo } from "../../geometry/round-to.ts";
import { makeRandom } from "../../random/make-random.ts";
import { uniform } from "../../random/uniform.ts";
import type { BuildContext } from "../generator-model.ts";
import { jobJson } from "../job-json.ts";
import { commonInfo, IMAGE_ID_STEP, type LabelFile } from "../label-file.ts";
import { readParams } from "../read-params.ts";
import { drawPreview } from "./draw-preview.ts";
import { CATEGORY_COLORS, frameLabels } from "./frame-labels.ts";
import { VISIONFIT_V031 } from "./parameters.ts";
import { makeTake, type Take } from "./take.ts";

/** Runtimes differ in the last digits of sines and powers; labels must not. */
const INFO_DECIMALS = 9;

function sceneInfo(take: Take, params: JobParams): Record<string, unknown> {
  const read = readParams(params);
  const { camera } = take;
  const exact = (value: number): number => roundTo(value, INFO_DECIMALS);
  const rows = (matrix: readonly (readonly number[])[]): number[][] => matrix.map((row) => row.map(exact));
  return {
    ...commonInfo(read.string("scene")),
    camera_pitch: exact(camera.pitchDeg),
    camera_yaw: exact(camera.yawDeg),
    camera_height: camera.location[2],
    camera_location: camera.location.map(exact),
    avatar_yaw: exact(take.avatarYawDeg),
    avatar_location: take.avatarLocation.map(exact),
    avatar_identity: read.number("avatar_identity"),
    avatar_presenting_gender: read.string("gender"),
    avatar_betas: [read.number("relative_height"), read.number("relative_weight"), 0, 0, 0, 0, 0, 0, 0, 0],
    camera_K_matrix: rows(camera.k),
    camera_RT_matrix: rows(camera.rt),
    camera_P_matrix: rows(camera.p),
    camera_focal_len_mm: camera.focalLengthMm,
    camera_sensor_height_mm: exact(camera.sensorHeightMm),
    camera_sensor_width_mm: exact(camera.sensorWidthMm),
  };
}

function identityColor(identity: number): Color {
  const random = makeRandom("visionfit identity", identity);
  const part = (): number => Math.floor(uniform(random, [60, 220]));
  return [part(), part(), part()];
}

/** Makes the files of a visionfit job. */
export async function buildVisionfit(params: JobParams, context: BuildContext): Promise<ArchiveFile[]> {
  const read = readParams(params);
  const exercise = read.string("exercise");
  const take = makeTake(params, context.randomness);
  const personColor = identityColor(read.number("avatar_identity"));
  const labels: LabelFile = {
    info: sceneInfo(take, params),
    categories: ["person", "dumbbell"].map((name, id) => ({
      id,
      name,
      color: toUnitColor(CATEGORY_COLORS[id as 0 | 1]),
    })),
    images: [],
    annotations: [],
  };
  const withMasks = context.masks && !context.isPreview;
  const masks: ArchiveFile[] = [];
  for (let frame = 0; frame < (context.isPreview ? 1 : take.frames); frame++) {
    const repCount = take.repCountAt(frame);
    labels.images.push({
      id: frame * IMAGE_ID_STEP,
      width: take.camera.width,
      height: take.camera.height,
      frame_number: frame,
      rep_count_from_start: roundTo(repCount, 6),
      // The first passage through the peak pose is where counting from there begins.
      rep_count_from_intermediate: roundTo(Math.max(0, repCount - 0.5), 6),
    });
    const drawn = frameLabels(take, frame, { exercise, personColor, masks: withMasks });
    labels.annotations.push(...drawn.annotations);
    masks.push(...drawn.masks);
  }
  const preview = drawPreview(take, { exercise, lightingPower: read.number("lighting_power") });
  const files: ArchiveFile[] = [
    jobJson(VISIONFIT_V031.name, params),
    { name: "video.rgb.json", data: JSON.stringify(labels) },
    { name: "video_preview.png", data: preview },
  ];
  if (withMasks) {
    files.push({ name: "video.rgb.zip", data: buildZip(masks, { compress: false }) });
  }
  return files;
}
