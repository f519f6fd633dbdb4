import { denoKernel } from "./deno-kernel.ts";
import type { Kernel } from "./kernel.ts";
import { tslabKernel } from "./tslab-kernel.ts";

/** The notebook that runs this code, or null where none does. */
export function currentKernel(): Kernel | null {
  return denoKernel() ?? tslabKernel();
}
