import type { ApiClient } from "../api/api-client.ts";
import { getSinglePreviewJobData } from "../api/endpoints/get-single-preview-job-data.ts";
import { getSingleStandardJobData } from "../api/endpoints/get-single-standard-job-data.ts";
import type { RequestOptions } from "../api/endpoints/request-options.ts";
import { ApiError } from "../api/errors/api-error.ts";
import type { JobRunData } from "../api/wire-types.ts";

/**
 * An earlier job by id, whether it was a preview or a standard job.
 *
 * @throws {ApiError} With status 404 when it was neither.
 */
export async function findBaseJob(
  client: ApiClient,
  jobId: string,
  options: RequestOptions = {},
): Promise<JobRunData> {
  try {
    return await getSinglePreviewJobData(client, jobId, options);
  } catch (error) {
    if (!(error instanceof ApiError && error.status === 404)) throw error;
    return getSingleStandardJobData(client, jobId, options);
  }
}
