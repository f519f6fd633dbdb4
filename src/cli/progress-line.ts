const QUIET_MS = 5_000;

/** Progress on stderr: one line that is redrawn on a terminal; elsewhere a line every few seconds, and the last. */
export class ProgressLine {
  #shown = "";
  #latest = "";
  #shownAt = performance.now();

  /** Shows a text in place of the last one. */
  show(text: string): void {
    this.#latest = text;
    if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${text}`);
    else if (performance.now() - this.#shownAt >= QUIET_MS) this.#print();
  }

  /** Ends the line, so that what follows starts on its own. */
  end(): void {
    if (process.stderr.isTTY && this.#latest !== "") process.stderr.write("\n");
    else if (this.#latest !== this.#shown) this.#print();
    this.#latest = this.#shown = "";
  }

  #print(): void {
    process.stderr.write(`${this.#latest}\n`);
    this.#shown = this.#latest;
    this.#shownAt = performance.now();
  }
}
