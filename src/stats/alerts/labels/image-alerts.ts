import { percent } from "../../text/percent.ts";
import { counted, quantity } from "../../text/quantity.ts";
import type { Alert } from "../alert-table.ts";
import type { LabelAlertThresholds } from "./label-alert-thresholds.ts";
import type { LabelReader } from "./label-reader.ts";

const BARE_IMAGES = `
  SELECT count(*) AS images, count(*) FILTER (bare) AS bare, count(DISTINCT job_id) FILTER (bare) AS jobs
  FROM (
    SELECT job_id, NOT EXISTS (
      SELECT 1 FROM annotations
      WHERE annotations.job_id = images.job_id AND annotations.camera IS NOT DISTINCT FROM images.camera
        AND annotations.image_id = images.image_id
    ) AS bare
    FROM images
  )`;

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
