import type { SqlParams } from "../../engine/sql-params.ts";
import type { SqlSource } from "../sql-source.ts";
import { boxQuery } from "./box-query.ts";
import { frameQuery } from "./frame-query.ts";
import { IMU_QUERY } from "./imu-query.ts";
import { groupParams, type JobGroups } from "./job-groups.ts";
import type { Row } from "./job-labels.ts";
import { keypointQuery } from "./keypoint-query.ts";
import type { CheckedLabelOptions } from "./label-options.ts";

const PERSON = "person";

/** The rows of the queries over the labels of a dataset. */
export interface LabelRows {
  readonly frames: readonly Row[];
  readonly boxes: readonly Row[];
  readonly keypoints: readonly Row[];
  readonly samples: readonly Row[];
}

/** Runs the queries over the labels of a dataset. */
export async function queryLabels(
  source: SqlSource,
  { groups, options }: { groups: JobGroups; options: CheckedLabelOptions },
): Promise<LabelRows> {
  const params = groupParams(groups);
  const ask = async (query: string, own: SqlParams): Promise<readonly Row[]> => {
    const rows = await source.sql(query, own, options.limits);
    return rows.objects() as Row[];
  };
  const [boxes, frames, keypoints, samples] = await Promise.all([
    ask(boxQuery(groups, options), { ...params, categories: options.categories ?? [PERSON] }),
    ask(frameQuery(groups), params),
    ask(keypointQuery(groups), params),
    ask(IMU_QUERY, {}),
  ]);
  return { boxes, frames, keypoints, samples };
}
