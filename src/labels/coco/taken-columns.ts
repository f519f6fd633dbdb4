/** The columns of label tables that are not fields of the same name, and those that are made of other fields. */
export const TAKEN_COLUMNS: Readonly<
  Record<"scenes" | "categories" | "images" | "annotations", ReadonlySet<string>>
> = {
  scenes: new Set(["job_id", "camera"]),
  categories: new Set(["job_id", "category_id", "color_r", "color_g", "color_b"]),
  images: new Set(["job_id", "camera", "image_id"]),
  annotations: new Set([
    ...["job_id", "camera", "frame_number", "annotation_id", "category"],
    ...["bbox_x", "bbox_y", "bbox_w", "bbox_h"],
    ...["color_r", "color_g", "color_b", "location_x", "location_y", "location_z"],
  ]),
};
