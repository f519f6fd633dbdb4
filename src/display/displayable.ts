import { dropNextLineEnd, isTslabLastValue, tslabKernel } from "./kernels/tslab-kernel.ts";
import type { MimeBundle } from "./mime-bundle.ts";
import type { TableLimits } from "./view.ts";

/** How values of a kind are shown. */
export interface Display<T> {
  /** What a value is, in a line. */
  name(value: T): string;
  text(value: T, limits: TableLimits): string;
  /** All forms that can be made at once. */
  bundle(value: T, limits: TableLimits): MimeBundle;
  /** All forms, those too that take time. @default those that can be made at once */
  fullBundle?(value: T, limits: TableLimits): Promise<MimeBundle>;
}

/** Deno's kernel asks a cell's last value for this. */
const JUPYTER_DISPLAY = Symbol.for("Jupyter.display");
/** `console.log` of Node and of Deno asks for this, and with it tslab, of a cell's last value. */
const INSPECT = Symbol.for("nodejs.util.inspect.custom");
/** The display itself; under a name, so that a second copy of this library finds it. */
const DISPLAY = Symbol.for("infinity-frames.display");

/**
 * Makes an object, or all that inherit from it, show itself: as the last value of a cell in both kernels, and as text
 * where it is printed. What it is otherwise, as JSON too, stays as it was.
 */
export function displayable<T extends object>(target: T, display: Display<T>): void {
  const methods = {
    [DISPLAY]: display,
    [JUPYTER_DISPLAY](this: T): MimeBundle | Promise<MimeBundle> {
      return display.fullBundle?.(this, {}) ?? display.bundle(this, {});
    },
    [INSPECT](this: T, depth?: number, options?: { depth?: number | null }): string {
      // A number that has been counted down belongs to a value inside another one.
      if (typeof depth === "number" && depth < (options?.depth ?? depth)) return `[${display.name(this)}]`;
      if (!isTslabLastValue()) return display.text(this, {});
      tslabKernel()?.showNow(display.bundle(this, {}));
      dropNextLineEnd();
      return "";
    },
  };
  for (const name of [DISPLAY, JUPYTER_DISPLAY, INSPECT] as const) {
    const value: unknown = methods[name];
    Object.defineProperty(target, name, { value, configurable: true, writable: true });
  }
}

/** How a value shows itself, or null where it does not. */
export function displayOf(value: unknown): Display<unknown> | null {
  if ((typeof value !== "object" && typeof value !== "function") || value === null) return null;
  return (value as { [DISPLAY]?: Display<unknown> })[DISPLAY] ?? null;
}
