import type { Camera } from "../geometry/camera.ts";
import { roundTo } from "../geometry/round-to.ts";

/** Runtimes differ in the last digits of sines and powers; labels must not. */
const DECIMALS = 9;

function exact(value: number): number {
  return roundTo(value, DECIMALS);
}

function rows(matrix: readonly (readonly number[])[]): number[][] {
  return matrix.map((row) => row.map(exact));
}

/** What a label file's `info` says about a still camera. */
export function cameraInfo(camera: Camera): Record<string, unknown> {
  return {
    camera_pitch: exact(camera.pitchDeg),
    camera_yaw: exact(camera.yawDeg),
    camera_height: exact(camera.location[2]),
    camera_location: camera.location.map(exact),
    camera_K_matrix: rows(camera.k),
    camera_RT_matrix: rows(camera.rt),
    camera_P_matrix: rows(camera.p),
    camera_focal_len_mm: camera.focalLengthMm,
    camera_sensor_height_mm: exact(camera.sensorHeightMm),
    camera_sensor_width_mm: exact(camera.sensorWidthMm),
  };
}
