import type { MimeBundle } from "../mime-bundle.ts";
import type { Kernel } from "./kernel.ts";

/** What tslab gives to the code of cells. */
interface Tslab {
  require: { (name: string): unknown; cache?: Record<string, { exports?: unknown } | undefined> };
}

/** tslab's own way to show all forms of a thing at once, and in place of what was shown before. */
type Send = (
  content: { data: MimeBundle; metadata: object; transient: { display_id?: string } },
  update: boolean,
) => void;

/** The forms that tslab's public way, one form at a time, is given, the best first. */
const BEST = ["image/svg+xml", "text/html", "image/png"];

function tslab(): Tslab | null {
  const { __tslab__ } = globalThis as { __tslab__?: Tslab };
  return typeof __tslab__?.require === "function" ? __tslab__ : null;
}

/** tslab, or null elsewhere. */
export function tslabKernel(): (Kernel & { showNow(bundle: MimeBundle): void }) | null {
  const running = tslab();
  if (running === null) return null;
  const show: Kernel["show"] = async (bundle, { id, update = false } = {}) => {
    const send = findSend(running);
    const transient = id === undefined ? {} : { display_id: id };
    if (send !== null) return send({ data: bundle, metadata: {}, transient }, update);
    // Without it an output cannot be changed, so that the first and the last content would both stay.
    if (!update) showBest(running, bundle);
  };
  return { name: "tslab", show, showNow: (bundle) => void show(bundle) };
}

function findSend({ require }: Tslab): Send | null {
  for (const [file, module] of Object.entries(require.cache ?? {})) {
    if (!/[\\/]tslab[\\/]dist[\\/]jupyter\.js$/.test(file)) continue;
    const { lastWriteDisplayData } = (module?.exports ?? {}) as { lastWriteDisplayData?: Send };
    if (typeof lastWriteDisplayData === "function") return lastWriteDisplayData;
  }
  return null;
}

function showBest({ require }: Tslab, bundle: MimeBundle): void {
  const { display } = require("tslab") as {
    display: { raw(mime: string, data: unknown): void };
  };
  const mime = BEST.find((each) => each in bundle) ?? "text/plain";
  display.raw(mime, bundle[mime]);
}

/** Whether tslab is printing the last value of a cell just now, and not a cell's own code. */
export function isTslabLastValue(): boolean {
  if (tslab() === null) return false;
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 50;
  const stack = String(new Error("where").stack);
  Error.stackTraceLimit = stackTraceLimit;
  return /[\\/]tslab[\\/]dist[\\/]executor\.js/.test(stack) && !stack.includes("evalmachine.");
}

/** Keeps the end of the line that tslab prints after a last value from being shown. */
export function dropNextLineEnd(): void {
  const { stdout } = process;
  const { write } = stdout;
  stdout.write = ((...args: Parameters<typeof write>) => {
    stdout.write = write;
    return args[0] === "\n" ? true : write.apply(stdout, args);
  }) as typeof write;
}
