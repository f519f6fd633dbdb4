import type { SqlParams } from "../../engine/sql-params.ts";
import type { SqlSource } from "../sql-source.ts";
import { boxParams, boxQuery } from "./box-query.ts";
import { frameQuery, lightQuery } from "./frame-query.ts";
import { imuQuery } from "./imu-query.ts";
import { groupFinder, type JobGroups } from "./job-groups.ts";
import type { Row } from "./job-labels.ts";
import { keypointQuery } from "./keypoint-query.ts";
import type { CheckedLabelOptions } from "./label-options.ts";
import { labelTables } from "./label-tables.ts";

const PERSON = "person";

/** The rows of the queries over the labels of a dataset. */
export interface LabelRows {
  /** Of `frameQuery`. */
  readonly frames: readonly Row[];
  /** Of `lightQuery`. */
  readonly light: readonly Row[];
  /** Of `boxQuery`. */
  readonly boxes: readonly Row[];
  /** Of `keypointQuery`. */
  readonly keypoints: readonly Row[];
  /** Of `imuQuery`. */
  readonly samples: readonly Row[];
}

/** Runs the queries over the labels of a dataset. In their rows, `grp` is the number of the group. */
export async function queryLabels(
  source: SqlSource,
  { groups, options }: { groups: JobGroups; options: CheckedLabelOptions },
): Promise<LabelRows> {
  const { limits, bins, grid, categories: names } = options;
  const tables = await labelTables(source, ["images", "annotations", "keypoints", "imu"], limits);
  const groupOf = groupFinder(groups);
  const ask = async (query: string, params?: SqlParams): Promise<readonly Row[]> => {
    const rows = (await source.sql(query, params, limits)).objects() as Record<string, unknown>[];
    for (const row of rows) if (typeof row.grp === "string") row.grp = groupOf(row.grp);
    return rows;
  };
  const categories = names ?? [PERSON];
  const about = { tables, categories, bins, grid };
  const [boxes, frames, light, keypoints, samples] = await Promise.all([
    ask(boxQuery(groups, about), boxParams(categories)),
    ask(frameQuery(tables)),
    ask(lightQuery(groups, tables)),
    ask(keypointQuery(groups, tables)),
    ask(imuQuery(tables)),
  ]);
  return { boxes, frames, light, keypoints, samples };
}
