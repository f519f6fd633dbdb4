import type { Schema } from "../tables/column-type.ts";

const FRAME_KEYS = { job_id: "string", camera: "int32", image_id: "int32", frame_number: "int32" } as const;
const INSTANCE_KEYS = { ...FRAME_KEYS, annotation_id: "int32" } as const;

/** The name of a table that label files are read into. */
export type LabelTableName =
  | "scenes"
  | "categories"
  | "images"
  | "annotations"
  | "keypoints"
  | "cuboids"
  | "polygons"
  | "imu"
  | "problems";

/** A table's columns: those that it always has, and known ones that it has where a file gives them. */
export interface LabelTableSchema {
  readonly always: Schema;
  readonly known: Schema;
}

/** The columns of the label tables, keys first. Fields that are not listed become columns as files bring them. */
export const LABEL_SCHEMAS: Readonly<Record<LabelTableName, LabelTableSchema>> = {
  scenes: {
    always: { job_id: "string", camera: "int32" },
    known: {
      url: "string",
      date_created: "string",
      video_name: "string",
      camera_pitch: "float64",
      camera_yaw: "float64",
      camera_height: "float64",
      camera_location: "float64[]",
      avatar_yaw: "float64",
      avatar_location: "float64[]",
      avatar_presenting_gender: "string",
      avatar_attire_top: "string",
      avatar_attire_bottom: "string",
      avatar_betas: "float64[]",
      avatar_waist_circumference: "float64",
      camera_K_matrix: "float64[][]",
      camera_RT_matrix: "float64[][]",
      camera_P_matrix: "float64[][]",
      camera_focal_len_mm: "float64",
      camera_sensor_height_mm: "float64",
      camera_sensor_width_mm: "float64",
    },
  },
  categories: {
    always: {
      job_id: "string",
      category_id: "int32",
      name: "string",
      color_r: "float64",
      color_g: "float64",
      color_b: "float64",
    },
    known: {},
  },
  images: {
    always: { ...FRAME_KEYS, width: "int32", height: "int32" },
    known: {
      file_name: "string",
      rep_count: "float64",
      rep_count_from_start: "float64",
      rep_count_from_intermediate: "float64",
      spill_visible: "bool",
      mean_image_brightness: "float64",
      mean_avatar_brightness: "float64",
      mean_avatar_halo_brightness: "float64",
      snr: "float64",
      mean_brightness_contrast: "float64",
      mean_color_contrast: "float64",
      camera_location_m: "float64[]",
      camera_P_matrix: "float64[][]",
      camera_RT_matrix: "float64[][]",
    },
  },
  annotations: {
    always: {
      ...INSTANCE_KEYS,
      category_id: "int32",
      category: "string",
      iscrowd: "int32",
      bbox_x: "float64",
      bbox_y: "float64",
      bbox_w: "float64",
      bbox_h: "float64",
      area: "float64",
      percent_in_fov: "float64",
      percent_occlusion: "float64",
      num_keypoints: "int32",
      person_idx: "int32",
      action: "string",
    },
    known: {
      gender: "string",
      yaw_rotation_deg: "float64",
      location_x: "float64",
      location_y: "float64",
      location_z: "float64",
      color_r: "float64",
      color_g: "float64",
      color_b: "float64",
    },
  },
  keypoints: {
    always: {
      ...INSTANCE_KEYS,
      skeleton: "string",
      keypoint: "string",
      x: "float64",
      y: "float64",
      v: "int32",
      z: "float64",
      x_global: "float64",
      y_global: "float64",
      z_global: "float64",
      qw: "float64",
      qx: "float64",
      qy: "float64",
      qz: "float64",
    },
    known: {},
  },
  cuboids: {
    always: { ...INSTANCE_KEYS, corner: "int32", x: "float64", y: "float64", z: "float64" },
    known: {},
  },
  polygons: {
    always: { ...INSTANCE_KEYS, polygon: "int32", points: "float64[]" },
    known: { rle_height: "int32", rle_width: "int32", rle_counts: "float64[]", rle_string: "string" },
  },
  imu: {
    always: {
      job_id: "string",
      sample: "int32",
      time: "float64",
      rotation_matrix_m11: "float64",
      rotation_matrix_m12: "float64",
      rotation_matrix_m13: "float64",
      rotation_matrix_m21: "float64",
      rotation_matrix_m22: "float64",
      rotation_matrix_m23: "float64",
      rotation_matrix_m31: "float64",
      rotation_matrix_m32: "float64",
      rotation_matrix_m33: "float64",
      rep_count_from_start: "float64",
      rep_count_from_intermediate: "float64",
      ref_xy_rotation: "float64",
    },
    known: {},
  },
  problems: {
    always: { job_id: "string", file: "string", path: "string", problem: "string", message: "string" },
    known: {},
  },
};
