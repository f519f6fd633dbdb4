import type { JobParams } from "../../../api/wire-types.ts";
import { roundTo } from "../../geometry/round-to.ts";
import { commonInfo } from "../label-file.ts";
import { readParams } from "../read-params.ts";
import type { Film } from "./film.ts";

/** Runtimes differ in the last digits of sines and powers; labels must not. */
const INFO_DECIMALS = 9;

/** The circumference in metres of an average waist. */
const WAIST = 0.82;

/** What a label file says of the whole scene: camera, avatar and what it wears. */
export function sceneInfo({ take, look }: Film, params: JobParams): Record<string, unknown> {
  const read = readParams(params);
  const { camera, shape } = take;
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
    avatar_attire_top: look.top,
    avatar_attire_bottom: look.bottom,
    avatar_betas: [read.number("relative_height"), read.number("relative_weight"), 0, 0, 0, 0, 0, 0, 0, 0],
    avatar_waist_circumference: exact(WAIST * shape.height * shape.girth),
    camera_K_matrix: rows(camera.k),
    camera_RT_matrix: rows(camera.rt),
    camera_P_matrix: rows(camera.p),
    camera_focal_len_mm: camera.focalLengthMm,
    camera_sensor_height_mm: exact(camera.sensorHeightMm),
    camera_sensor_width_mm: exact(camera.sensorWidthMm),
  };
}
