import { sleep } from "../../../util/sleep.ts";
import type { Message } from "../protocol/messages.ts";
import type { SparkSession } from "./spark-session.ts";

/** How many responses, or bytes of such, are told of at once. */
const RESPONSES = 256;
const BYTES = 4 * 2 ** 20;
/** An operation that was only just sent may begin after it was interrupted: it is interrupted again after this time. */
const AGAIN_MS = 500;

/** Tells the server which responses of an operation it need not keep any longer. */
export class ReleaseQueue {
  readonly #session: SparkSession;
  readonly #operation: string;
  #responses = 0;
  #bytes = 0;
  #hasBegun = false;
  #isTelling = false;
  #isOver = false;

  constructor(session: SparkSession, operation: string) {
    this.#session = session;
    this.#operation = operation;
  }

  /** A response has come. One call at a time tells of those up to it. */
  received({ response_id, arrow_batch }: Message): void {
    this.#hasBegun = true;
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

  async #until(response_id: unknown): Promise<void> {
    this.#isTelling = true;
    const release = { operation_id: this.#operation, release_until: { response_id } };
    await this.#session.tell("ReleaseExecute", release);
    this.#isTelling = false;
  }

  async #all(isDone: boolean): Promise<void> {
    if (!isDone && !(await this.#interrupt()) && !this.#hasBegun) {
      await sleep(AGAIN_MS);
      await this.#interrupt();
    }
    await this.#session.tell("ReleaseExecute", { operation_id: this.#operation, release_all: {} });
  }

  /** Whether something was interrupted, or the server cannot be told. */
  async #interrupt(): Promise<boolean> {
    const interrupt = { interrupt_type: 3, operation_id: this.#operation };
    const answer = await this.#session.tell("Interrupt", interrupt);
    return answer === null || (answer.interrupted_ids as string[]).length > 0;
  }
}
