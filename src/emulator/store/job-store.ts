import type { JobParams } from "../../api/wire-types.ts";
import type { ResolvedEmulatorOptions } from "../emulator-options.ts";
import { makeHex } from "../random/make-hex.ts";
import { makeRandom } from "../random/make-random.ts";
import { makeUuid } from "../random/make-uuid.ts";
import type { Batch, Job, JobDraft } from "./job.ts";
import { JobQueue } from "./job-queue.ts";
import { actualSamples, estimateSamples } from "./sample-cost.ts";
import { fromSavedBatch, toSavedBatch } from "./saved-batch.ts";

function byTime(a: Batch, b: Batch): number {
  return a.createdMs - b.createdMs || (a.jobs[0]?.sequence ?? 0) - (b.jobs[0]?.sequence ?? 0);
}

/** The outcome of a submission: the batch, or why there is none. */
export type Submission = { batch: Batch; jobs: Job[] } | { batch: null; needed: number; remaining: number };

/** Everything that one token has on the server. */
export class JobStore {
  readonly #options: ResolvedEmulatorOptions;
  readonly #queue: JobQueue;
  readonly #batches = new Map<string, Batch>();
  readonly #jobs = new Map<string, Job>();
  readonly #inOrder: Job[] = [];
  /** How many jobs, in order of submission, have been charged with their real cost. */
  #settled = 0;
  #remaining: number;

  constructor(options: ResolvedEmulatorOptions) {
    this.#options = options;
    this.#queue = new JobQueue(options.parallelJobs, options.jobDurationMs / options.speed);
    this.#remaining = options.quota;
    for (const batch of (options.storage?.load() ?? []).map(fromSavedBatch).sort(byTime)) {
      this.#batches.set(batch.id, batch);
      for (const job of batch.jobs) this.#inOrder.push(job);
    }
    this.#inOrder.sort((a, b) => a.sequence - b.sequence);
    for (const job of this.#inOrder) {
      this.#jobs.set(job.id, job);
      this.#queue.restore(job.finishMs);
      this.#remaining -= job.estimate;
    }
  }

  /** Whether results have segmentation masks. */
  get masks(): boolean {
    return this.#options.masks;
  }

  /** The batches, oldest first. */
  get batches(): Batch[] {
    return [...this.#batches.values()];
  }

  /** The jobs in the order of submission. */
  get jobs(): readonly Job[] {
    return this.#inOrder;
  }

  /** The batch of an id, if there is one. */
  batch(id: string): Batch | undefined {
    return this.#batches.get(id);
  }

  /** The job of an id, if there is one. */
  job(id: string): Job | undefined {
    return this.#jobs.get(id);
  }

  /** Whether a job has finished by now. */
  isDone(job: Job): boolean {
    return job.finishMs <= this.#options.now();
  }

  /** The parameters that the scene of a job was laid out for: those of the first job that it goes back to. */
  basis({ params }: Job): JobParams {
    const base = typeof params.state === "string" ? this.#jobs.get(params.state) : undefined;
    return base ? this.basis(base) : params;
  }

  /** The part of a result's address that keeps others from guessing it. */
  signature(job: Job): string {
    return makeHex(makeRandom("signature", this.#options.seed, this.#options.token, job.id), 32);
  }

  /** Adds jobs to a new batch, or to one that exists, if the quota allows. */
  submit(
    drafts: readonly JobDraft[],
    { name, batch }: { name: string; batch?: Batch | undefined },
  ): Submission {
    const now = this.#options.now();
    this.#settle(now);
    const estimates = drafts.map(estimateSamples);
    const needed = estimates.reduce((sum, estimate) => sum + estimate, 0);
    if (needed > this.#remaining) return { batch: null, needed, remaining: this.#remaining };
    const { seed, token, storage } = this.#options;
    const into = batch ?? {
      id: makeUuid(seed, token, "batch", this.#batches.size),
      name,
      createdMs: now,
      jobs: [],
    };
    const jobs = drafts.map((draft, i) => {
      const sequence = this.#inOrder.length + i;
      return this.#make({ draft, batch: into, estimate: estimates[i] ?? 0, sequence }, now);
    });
    storage?.save(toSavedBatch({ ...into, jobs: [...into.jobs, ...jobs] }));
    this.#remaining -= needed;
    this.#batches.set(into.id, into);
    for (const job of jobs) {
      this.#jobs.set(job.id, job);
      this.#inOrder.push(job);
      into.jobs.push(job);
    }
    return { batch: into, jobs };
  }

  #make(
    {
      draft,
      batch,
      estimate,
      sequence,
    }: { draft: JobDraft; batch: Batch; estimate: number; sequence: number },
    now: number,
  ): Job {
    const { seed, token, failures } = this.#options;
    const id = makeUuid(seed, token, "job", sequence);
    const base = typeof draft.params.state === "string" ? this.#jobs.get(draft.params.state) : undefined;
    return {
      ...draft,
      id,
      batchId: batch.id,
      createdMs: now,
      finishMs: this.#queue.enqueue(now),
      estimate,
      sequence,
      failed: makeRandom("failure", seed, token, id)() < failures,
      randomness: base?.randomness ?? makeUuid(seed, token, "randomness", sequence),
    };
  }

  /** Replaces the estimates of finished jobs by what they really cost. */
  #settle(now: number): void {
    for (;;) {
      const job = this.#inOrder[this.#settled];
      if (!job || job.finishMs > now) return;
      this.#remaining += job.estimate - (job.failed ? 0 : actualSamples(job, job));
      this.#settled++;
    }
  }
}
