const NEXT = 0;
const SERVING = 1;
const FREE = 2;
const SLOTS = 4;
const PER_WORKER = 4;
const MIB = 2 ** 20;

/** What a worker says of itself in {@link MemoryGate}. */
export interface WorkerState {
  /** The place in its group of the job that it reads. */
  job: number;
  jobsDone: number;
  bytesDone: number;
}

/**
 * Memory of several workers and what they are at, in memory that they share, so that it is known even of a worker that
 * died. Workers are admitted in the order in which they come, so that a job that needs all memory gets its turn.
 */
export class MemoryGate {
  /** What is handed to workers. */
  readonly cells: Int32Array;
  readonly #capacity: number;

  /** @param cells The cells of another thread's gate; those of a new one have `4 + 4 * workers` places. */
  constructor(cells: Int32Array, capacityMib: number) {
    this.cells = cells;
    this.#capacity = capacityMib;
  }

  /** A gate for a number of workers that may use a number of bytes together. */
  static create(workers: number, bytes: number): MemoryGate {
    const cells = new Int32Array(new SharedArrayBuffer(4 * (SLOTS + PER_WORKER * workers)));
    const capacity = Math.max(1, Math.floor(bytes / MIB));
    cells[FREE] = capacity;
    return new MemoryGate(cells, capacity);
  }

  /** The bytes that the workers may use together. */
  get capacityMib(): number {
    return this.#capacity;
  }

  /** Waits until there is memory; whoever wants more than there is waits until all is free. Not for the main thread. */
  enter(worker: number, bytes: number): void {
    const { cells } = this;
    const need = Math.min(this.#capacity, Math.max(1, Math.ceil(bytes / MIB)));
    const ticket = Atomics.add(cells, NEXT, 1);
    for (let now = Atomics.load(cells, SERVING); now !== ticket; now = Atomics.load(cells, SERVING)) {
      Atomics.wait(cells, SERVING, now);
    }
    for (let free = Atomics.load(cells, FREE); free < need; free = Atomics.load(cells, FREE)) {
      Atomics.wait(cells, FREE, free);
    }
    Atomics.sub(cells, FREE, need);
    cells[SLOTS + PER_WORKER * worker] = need;
    Atomics.add(cells, SERVING, 1);
    Atomics.notify(cells, SERVING);
  }

  /** Gives back what a worker holds. */
  leave(worker: number): void {
    const held = Atomics.exchange(this.cells, SLOTS + PER_WORKER * worker, 0);
    if (held === 0) return;
    Atomics.add(this.cells, FREE, held);
    Atomics.notify(this.cells, FREE);
  }

  /** What a worker is at. */
  state(worker: number): WorkerState {
    const at = SLOTS + PER_WORKER * worker;
    const [job = 0, jobsDone = 0, kib = 0] = this.cells.subarray(at + 1, at + PER_WORKER);
    return { job, jobsDone, bytesDone: kib * 1024 };
  }

  /** Notes what a worker is at. */
  note(worker: number, { job, jobsDone, bytesDone }: WorkerState): void {
    this.cells.set([job, jobsDone, Math.floor(bytesDone / 1024)], SLOTS + PER_WORKER * worker + 1);
  }
}
