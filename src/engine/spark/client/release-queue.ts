import { clearTimeout, setTimeout } from "node:timers";
import { sleep } from "../../../util/sleep.ts";
import type { Message } from "../protocol/messages.ts";
import type { SparkSession } from "./spark-session.ts";

/** How many responses, or bytes of such, are told of at once. */
const RESPONSES = 256;
const BYTES = 4 * 2 ** 20;
/** How long an operation that is to be stopped may take until its tasks are seen; a server tells of them every 2 s. */
const BEGIN_MS = 5000;
const AGAIN_MS = 250;

/** Tells the server which responses of an operation it need not keep any longer. */
export class ReleaseQueue {
  readonly #session: SparkSession;
  readonly #operation: string;
  #last: unknown;
  #responses = 0;
  #bytes = 0;
  #isAtWork = false;
  #isTelling = false;
  #isOver = false;

  constructor(session: SparkSession, operation: string) {
    this.#session = session;
    this.#operation = operation;
  }

  /** A response has come. One call at a time tells of those up to it. */
  received(response: Message): void {
    const { response_id, arrow_batch } = response;
    this.#note(response);
    this.#responses++;
    this.#bytes += (arrow_batch as { data?: Uint8Array } | undefined)?.data?.length ?? 0;
    if (this.#isTelling || (this.#responses < RESPONSES && this.#bytes < BYTES)) return;
    this.#responses = 0;
    this.#bytes = 0;
    this.#session.work.inBackground(this.#until(response_id));
  }

  /** Nothing of the operation is needed any more; what still runs of it is stopped. */
  over(isDone: boolean): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#session.work.inBackground(this.#all(isDone));
  }

  #note({ response_id, arrow_batch, execution_progress }: Message): void {
    this.#last = response_id;
    const { stages = [] } = (execution_progress ?? {}) as { stages?: unknown[] };
    if (arrow_batch !== undefined || stages.length > 0) this.#isAtWork = true;
  }

  /**
   * Waits until the operation has tasks: a server forgets an interrupt that comes just before it submits them, and runs
   * them to their end.
   */
  async #untilAtWork(): Promise<void> {
    const end = performance.now() + BEGIN_MS;
    while (!this.#isAtWork && performance.now() < end) {
      const request = { operation_id: this.#operation, last_response_id: this.#last };
      const responses = this.#session.stream("ReattachExecute", request);
      const limit = setTimeout(() => responses.cancel(), end - performance.now());
      try {
        while (!this.#isAtWork) {
          const { done, value } = await responses.next();
          if (done === true) return;
          this.#note(value);
        }
      } catch {
        await sleep(AGAIN_MS); // It may not have reached the server yet.
      } finally {
        clearTimeout(limit);
        responses.cancel();
      }
    }
  }

  async #until(response_id: unknown): Promise<void> {
    this.#isTelling = true;
    const release = { operation_id: this.#operation, release_until: { response_id } };
    await this.#session.tell("ReleaseExecute", release);
    this.#isTelling = false;
  }

  async #all(isDone: boolean): Promise<void> {
    if (!isDone) {
      await this.#untilAtWork();
      await this.#session.tell("Interrupt", { interrupt_type: 3, operation_id: this.#operation });
    }
    await this.#session.tell("ReleaseExecute", { operation_id: this.#operation, release_all: {} });
  }
}
