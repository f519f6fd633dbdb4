import { type Intercept, serve } from "./serve.ts";

/** A job of a batch, as the API writes it. */
export type WireJob = { result_url: string | null } & Record<string, unknown>;

/** Lets an emulator answer, and changes the jobs of what it says. */
export function rewriteJobs(change: (job: WireJob, index: number) => WireJob): Intercept {
  const inner = serve();
  return (request) => {
    if (!/api\/batch\//.test(request.url) || request.url.includes("estimate")) return inner.fetch(request);
    return inner.fetch(request).then(async (response) => {
      const body = (await response.json()) as { job_runs?: WireJob[] };
      return Response.json({ ...body, job_runs: body.job_runs?.map(change) }, { status: response.status });
    });
  };
}

/** Lets the first job of a batch end without a result. */
export function failFirstJob(): Intercept {
  return rewriteJobs((job, index) => (index === 0 ? { ...job, result_url: null } : job));
}
