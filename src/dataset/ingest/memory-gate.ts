/** Lets so many bytes be in use at once, in the order in which they are asked for, so that a large need gets its turn. */
export class MemoryGate {
  readonly #capacity: number;
  readonly #waiting: { bytes: number; enter: () => void }[] = [];
  #free: number;

  constructor(capacity: number) {
    this.#capacity = capacity;
    this.#free = capacity;
  }

  /**
   * Waits until there is room. Whoever needs more than there can be waits until all is free.
   *
   * @returns What is to be given back.
   */
  enter(bytes: number): Promise<number> {
    const need = Math.min(bytes, this.#capacity);
    return new Promise((resolve) => {
      this.#waiting.push({ bytes: need, enter: () => resolve(need) });
      this.#admit();
    });
  }

  /** Gives back what {@link enter} gave. */
  leave(bytes: number): void {
    this.#free += bytes;
    this.#admit();
  }

  #admit(): void {
    for (
      let first = this.#waiting[0];
      first !== undefined && first.bytes <= this.#free;
      first = this.#waiting[0]
    ) {
      this.#waiting.shift();
      this.#free -= first.bytes;
      first.enter();
    }
  }
}
