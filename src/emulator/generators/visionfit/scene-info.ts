import type { JobParams } from "../../../api/wire-types.ts";
import { roundTo } from "../../geometry/round-to.ts";
import { cameraInfo } from "../camera-info.ts";
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
  const { shape } = take;
  const exact = (value: number): number => roundTo(value, INFO_DECIMALS);
  return {
    ...commonInfo(read.string("scene")),
    ...cameraInfo(take.camera),
    avatar_yaw: exact(take.avatarYawDeg),
    avatar_location: take.avatarLocation.map(exact),
    avatar_identity: read.number("avatar_identity"),
    avatar_presenting_gender: read.string("gender"),
    avatar_attire_top: look.top,
    avatar_attire_bottom: look.bottom,
    avatar_betas: [read.number("relative_height"), read.number("relative_weight"), 0, 0, 0, 0, 0, 0, 0, 0],
    avatar_waist_circumference: exact(WAIST * shape.height * shape.girth),
  };
}
