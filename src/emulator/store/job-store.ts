import type { JobParams } from "../../api/wire-types.ts";
import type { ResolvedEmulatorOptions } from "../emulator-options.ts";
import { makeHex } from "../random/make-hex.ts";
import { makeRandom } from "../random/make-random.ts";
import { makeUuid } from "../random/make-uuid.ts";
import type { SavedBatch, SubmissionKey } from "./batch-storage.ts";
import type { Batch, Job, JobDraft } from "./job.ts";
import { JobQueue } from "./job-queue.ts";
import { ownerOf } from "./owner-of.ts";
import { actualSamples, estimateSamples } from "./sample-cost.ts";
import { fromSavedBatch, toSavedBatch } from "./saved-batch.ts";

function byTime(a: Batch, b: Batch): number {
  return a.createdMs - b.createdMs || (a.jobs[0]?.sequence ?? 0) - (b.jobs[0]?.sequence ?? 0);
}

/** The outcome of a submission: the batch, or why there is none. */
export type Submission = { batch: Batch; jobs: Job[] } | { batch: null; needed: number; remaining: number };

/** Where a submission goes: into a batch that exists, or into a new one. */
export interface SubmitTarget {
  name: string;
  batch?: Batch | undefined;
  submissionKey?: SubmissionKey | undefined;
}

/** Whose jobs a {@link JobStore} holds. */
export interface Account {
  token: string;
  /** Samples that the token may use. */
  quota: number;
  /** The batches that were kept for it. */
  saved: readonly SavedBatch[];
}

/** Everything that one token has on the server. */
export class JobStore {
  readonly #options: ResolvedEmulatorOptions;
  readonly #token: string;
  readonly #queue: JobQueue;
  readonly #batches = new Map<string, Batch>();
  readonly #jobs = new Map<string, Job>();
  readonly #inOrder: Job[] = [];
  readonly #byKey = new Map<string, Batch>();
  /** How often the address of a result has expired, where it has. */
  readonly #expired = new Map<string, number>();
  /** The place of the next job among all that the token ever submitted, those whose batch was lost too. */
  #nextSequence = 0;
  /** How many jobs, in order of submission, have been charged with their real cost. */
  #settled = 0;
  #remaining: number;

  /** When the server was started, which tells its pictures from those of one before that had the same ids. */
  readonly openedMs: number;

  constructor(options: ResolvedEmulatorOptions, { token, quota, saved }: Account) {
    this.openedMs = options.now();
    this.#options = options;
    this.#token = token;
    this.#queue = new JobQueue(options.parallelJobs, options.jobDurationMs / options.speed);
    this.#remaining = quota;
    for (const batch of saved.map(fromSavedBatch).sort(byTime)) {
      this.#add(batch);
      for (const job of batch.jobs) this.#inOrder.push(job);
    }
    this.#inOrder.sort((a, b) => a.sequence - b.sequence);
    for (const job of this.#inOrder) {
      this.#jobs.set(job.id, job);
      this.#queue.restore(job.finishMs);
      this.#remaining -= job.estimate;
      this.#nextSequence = job.sequence + 1;
    }
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

  /** The batch that was submitted with an `Idempotency-Key`, if there is one. */
  batchOfKey(key: string): Batch | undefined {
    return this.#byKey.get(key);
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
  basis(job: Job): JobParams {
    let first = job;
    for (;;) {
      const base = this.#jobs.get(String(first.params.state));
      if (!base) return first.params;
      first = base;
    }
  }

  /** The part of a result's address that keeps others from guessing it. */
  signature(job: Job): string {
    const expired = this.#expired.get(job.id);
    const key = [this.#options.seed, this.#token, job.id, ...(expired === undefined ? [] : [expired])];
    return makeHex(makeRandom("signature", ...key), 32);
  }

  /** Makes a result's address void; the job has another one from now on. */
  expireAddress(job: Job): void {
    this.#expired.set(job.id, (this.#expired.get(job.id) ?? 0) + 1);
  }

  /** Adds jobs to a new batch, or to one that exists, if the quota allows. */
  submit(drafts: readonly JobDraft[], { name, batch, submissionKey }: SubmitTarget): Submission {
    const now = this.#options.now();
    this.#settle(now);
    const estimates = drafts.map(estimateSamples);
    const needed = estimates.reduce((sum, estimate) => sum + estimate, 0);
    if (needed > this.#remaining) return { batch: null, needed, remaining: this.#remaining };
    const { seed, storage } = this.#options;
    const into: Batch = batch ?? {
      id: makeUuid(seed, this.#token, "batch", this.#nextSequence),
      name,
      createdMs: now,
      submissionKey,
      jobs: [],
    };
    const jobs = drafts.map((draft, i) => {
      const sequence = this.#nextSequence + i;
      return this.#make({ draft, batch: into, estimate: estimates[i] ?? 0, sequence }, now);
    });
    storage?.save(toSavedBatch({ ...into, jobs: [...into.jobs, ...jobs] }, ownerOf(this.#token)));
    this.#remaining -= needed;
    this.#nextSequence += jobs.length;
    this.#add(into);
    for (const job of jobs) {
      this.#jobs.set(job.id, job);
      this.#inOrder.push(job);
      into.jobs.push(job);
    }
    return { batch: into, jobs };
  }

  #add(batch: Batch): void {
    this.#batches.set(batch.id, batch);
    if (batch.submissionKey) this.#byKey.set(batch.submissionKey.key, batch);
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
    const { seed, failures } = this.#options;
    const token = this.#token;
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
