import { viewHtml } from "../display/html/view-html.ts";
import { currentKernel } from "../display/kernels/current-kernel.ts";
import type { Kernel } from "../display/kernels/kernel.ts";
import type { MimeBundle } from "../display/mime-bundle.ts";
import { type ProgressParts, plainProgress } from "../display/text/progress-text.ts";
import { viewText } from "../display/text/view-text.ts";
import { printLine } from "./print-line.ts";
import { type AnyProgress, progressParts } from "./progress-parts.ts";

/** An output that changes more often than this is only work for the notebook. */
const LEAST_PAUSE_MS = 200;

/**
 * Shows how far some work is, in one output of a notebook that is updated in place. Outside a notebook it prints a line
 * when the work has ended.
 *
 * @param label What is done, in a word or two: `Downloading`.
 * @param work Is given what to pass on as `onProgress`.
 * @returns What the work returns.
 * @throws What the work throws; the output then says so.
 * @example
 * ```ts
 * await withProgress("Waiting", (onProgress) => batch.awaitCompletion({ onProgress })); // Waiting 12 of 12 jobs
 * ```
 */
export async function withProgress<T>(
  label: string,
  work: (onProgress: (progress: AnyProgress) => void) => Promise<T>,
): Promise<T> {
  const output = new ProgressOutput(currentKernel());
  let latest: ProgressParts | null = null;
  try {
    const result = await work((progress) => {
      latest = progressParts(label, progress);
      output.update(latest);
    });
    await output.end(latest ?? { label, done: 1, total: 1, thing: "part" });
    return result;
  } catch (error) {
    const { details = [], ...rest }: ProgressParts = latest ?? { label, done: 0, total: 1, thing: "part" };
    await output.end({ ...rest, details: [...details, "stopped"] });
    throw error;
  }
}

/** One output, whose changes are shown in their order and not too many of them. */
class ProgressOutput {
  readonly #kernel: Kernel | null;
  readonly #id = crypto.randomUUID();
  #sending: Promise<void> = Promise.resolve();
  #isShown = false;
  #shownMs = Number.NEGATIVE_INFINITY;

  constructor(kernel: Kernel | null) {
    this.#kernel = kernel;
  }

  update(parts: ProgressParts): void {
    if (this.#kernel === null || performance.now() - this.#shownMs < LEAST_PAUSE_MS) return;
    this.#send(this.#kernel, parts);
  }

  async end(parts: ProgressParts): Promise<void> {
    if (this.#kernel === null) return printLine(plainProgress(parts));
    this.#send(this.#kernel, parts);
    await this.#sending;
  }

  #send(kernel: Kernel, parts: ProgressParts): void {
    const place = { id: this.#id, update: this.#isShown };
    this.#isShown = true;
    this.#shownMs = performance.now();
    // The work goes on, and its result counts, where it cannot be shown how far it is.
    this.#sending = this.#sending.then(() => kernel.show(bundleOf(parts), place)).catch(() => undefined);
  }
}

function bundleOf(progress: ProgressParts): MimeBundle {
  const view = { title: null, parts: [{ kind: "progress", progress }] } as const;
  return { "text/plain": viewText(view), "text/html": viewHtml(view) };
}
