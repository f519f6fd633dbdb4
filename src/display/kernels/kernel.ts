import type { MimeBundle } from "../mime-bundle.ts";

/** Where in a notebook something is shown. */
export interface Place {
  /** A name of the output, by which it can be shown again with other content. */
  readonly id?: string | undefined;
  /** Whether the output of that name is there, and to be changed in place. */
  readonly update?: boolean | undefined;
}

/** A notebook that runs this code. */
export interface Kernel {
  readonly name: "deno" | "tslab";
  /** Shows something below the cell that runs. */
  show(bundle: MimeBundle, place?: Place): Promise<void>;
}
