import { fitProgress, type ProgressParts, plainProgress } from "../display/text/progress-text.ts";

const PLAIN_EVERY_MS = 10_000;
const DEFAULT_WIDTH = 80;

/**
 * Progress on stderr: one line that is redrawn on a terminal, without escape sequences; elsewhere, and in CI, a plain
 * line every ten seconds and the last.
 */
export class ProgressLine {
  readonly #isQuiet: boolean;
  readonly #isDrawn: boolean;
  #latest: ProgressParts | null = null;
  #drawn = "";
  #printed = "";
  #printedAt = performance.now();

  constructor({ quiet = false }: { quiet?: boolean } = {}) {
    const { CI = "", TERM } = process.env;
    this.#isQuiet = quiet;
    this.#isDrawn = process.stderr.isTTY === true && (CI === "" || CI === "false") && TERM !== "dumb";
  }

  /** Shows how far the work is, in place of what was shown before. */
  show(parts: ProgressParts): void {
    if (this.#isQuiet) return;
    this.#latest = parts;
    if (this.#isDrawn) this.#draw(fitProgress(parts, (process.stderr.columns || DEFAULT_WIDTH) - 1));
    else if (performance.now() - this.#printedAt >= PLAIN_EVERY_MS) this.#print(parts);
  }

  /** Prints a line that stays, quiet or not. */
  note(text: string): void {
    const drawn = this.#drawn;
    this.#draw("");
    process.stderr.write(`${text}\n`);
    this.#draw(drawn);
  }

  /** Prints a line that stays, unless quiet. */
  say(text: string): void {
    if (!this.#isQuiet) this.note(text);
  }

  /** Ends the line, so that what follows starts on its own. */
  end(): void {
    if (this.#drawn !== "") process.stderr.write("\n");
    else if (this.#latest !== null) this.#print(this.#latest);
    this.#latest = null;
    this.#drawn = this.#printed = "";
  }

  /** Blanks in place of an escape sequence take away what was longer. */
  #draw(text: string): void {
    if (text === this.#drawn) return;
    const blanks = " ".repeat(Math.max(0, this.#drawn.length - text.length));
    process.stderr.write(`\r${text}${blanks}${blanks === "" ? "" : `\r${text}`}`);
    this.#drawn = text;
  }

  #print(parts: ProgressParts): void {
    const text = plainProgress(parts);
    if (text === this.#printed) return;
    process.stderr.write(`${text}\n`);
    this.#printed = text;
    this.#printedAt = performance.now();
  }
}
