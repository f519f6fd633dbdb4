import type { Message } from "../protocol/messages.ts";

/** A batch of rows, or a chunk of one, as the server sends it. */
interface ArrowBatch {
  row_count?: number;
  data?: Uint8Array;
  start_offset?: number;
  chunk_index?: number;
  num_chunks_in_batch?: number;
}

/** Puts the chunks of batches together, and checks that no row is missing or there twice. */
export class WholeBatches {
  readonly #fault: (reason: string) => Error;
  #chunks: Uint8Array[] = [];
  #rows = 0;

  /** @param fault Makes the error for an answer that is not complete. */
  constructor(fault: (reason: string) => Error) {
    this.#fault = fault;
  }

  /**
   * Takes a batch or a chunk of one, and gives the batch when it is whole.
   *
   * @throws When it is not what comes next.
   */
  add(batch: Message): Message | undefined {
    const {
      row_count = 0,
      data,
      start_offset,
      chunk_index = 0,
      num_chunks_in_batch = 1,
    } = batch as ArrowBatch;
    if (start_offset !== undefined && start_offset !== this.#rows) {
      throw this.#fault(
        `the rows are not complete: row ${this.#rows} should come next, and row ${start_offset} came`,
      );
    }
    if (chunk_index !== this.#chunks.length) {
      throw this.#fault(
        `the rows are not complete: chunk ${this.#chunks.length} of a batch should come next, and ${chunk_index} came`,
      );
    }
    this.#chunks.push(data ?? new Uint8Array(0));
    if (this.#chunks.length < num_chunks_in_batch) return undefined;
    const chunks = this.#chunks;
    this.#chunks = [];
    this.#rows += row_count;
    return { row_count, data: chunks.length === 1 ? chunks[0] : Buffer.concat(chunks) };
  }

  /** @throws When a batch is not whole. */
  end(): void {
    if (this.#chunks.length > 0) throw this.#fault("the rows are not complete: the last batch is not whole");
  }
}
