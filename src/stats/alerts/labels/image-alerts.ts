import { percent } from "../../text/percent.ts";
import { counted, quantity } from "../../text/quantity.ts";
import type { Alert } from "../alert-table.ts";
import type { LabelAlertThresholds } from "./label-alert-thresholds.ts";
import type { LabelReader } from "./label-reader.ts";

const BARE_IMAGES = `
  SELECT count(*) AS images, count(*) FILTER (WHERE labelled IS NULL) AS bare,
    count(DISTINCT CASE WHEN labelled IS NULL THEN job_id END) AS jobs
  FROM (
    SELECT images.job_id, labels.labelled FROM images
    LEFT JOIN (SELECT DISTINCT job_id, camera, image_id, true AS labelled FROM annotations) labels
      ON labels.job_id = images.job_id AND labels.camera IS NOT DISTINCT FROM images.camera
        AND labels.image_id = images.image_id
  ) frames`;

/** `MissingAnnotation`: images on which nothing is labelled. */
export async function imageAlerts(
  { has, rows }: LabelReader,
  { missingAnnotation: threshold }: LabelAlertThresholds,
): Promise<Alert[]> {
  if (!has("images") || !has("annotations")) return [];
  const [{ images, bare, jobs }] = (await rows(BARE_IMAGES)) as [Record<"images" | "bare" | "jobs", number>];
  if (!(images > 0 && bare / images > threshold)) return [];
  const message =
    `${quantity(bare)} of ${counted(images, "image")} (${percent(bare / images)}) ` +
    `${bare === 1 ? "has" : "have"} no annotation, in ${counted(jobs, "job")}`;
  return [{ alert: "MissingAnnotation", severity: "warning", value: bare / images, threshold, message }];
}
