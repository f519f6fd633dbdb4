import type { MimeBundle } from "../mime-bundle.ts";
import type { Kernel } from "./kernel.ts";

/** The part of Deno's kernel that is used here. */
interface DenoJupyter {
  display(
    bundle: MimeBundle,
    options: { raw: true; display_id?: string | undefined; update?: boolean | undefined },
  ): Promise<void>;
}

/** Outputs pass a queue of the kernel's own, and may come after the end of the cell: an ended cell shows no more. */
const QUEUE_MS = 15;

/** Deno's notebook kernel, or null elsewhere. */
export function denoKernel(): Kernel | null {
  const jupyter = findJupyter();
  if (typeof jupyter?.display !== "function") return null;
  return {
    name: "deno",
    async show(bundle, { id, update } = {}) {
      await (jupyter as DenoJupyter).display(bundle, { raw: true, display_id: id, update });
      await new Promise((resolve) => setTimeout(resolve, QUEUE_MS));
    },
  };
}

function findJupyter(): Partial<DenoJupyter> | undefined {
  const { Deno } = globalThis as { Deno?: { jupyter?: Partial<DenoJupyter> } };
  try {
    return Deno?.jupyter;
  } catch {
    return undefined; // Deno has it everywhere, but outside a notebook a look at it throws.
  }
}
