import { type LabelStatistics, labelStatistics } from "../../stats/labels/label-statistics.ts";
import type { ReportSource } from "../report-source.ts";
import type { ReportSettings } from "./report-settings.ts";

/** What is known of the labels of a dataset; null where they cannot be queried here. */
export async function labelFindings(
  dataset: ReportSource,
  { by, signal }: Pick<ReportSettings, "by" | "signal">,
): Promise<LabelStatistics | null> {
  try {
    return await labelStatistics(dataset, { ...(by !== null && { by }), ...(signal && { signal }) });
  } catch (error) {
    if ((error as { code?: unknown }).code === "PACKAGE_NOT_LOADED") return null;
    throw error;
  }
}
