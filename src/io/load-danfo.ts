import { InfinityFramesError } from "../util/infinity-frames-error.ts";

/** The types of danfo's columns that tables have. */
export type DanfoType = "int32" | "float32" | "string" | "boolean";

/** What frames of danfo (`danfojs-node`, `danfojs`) have that is needed to read them. */
export interface DanfoFrame {
  /** The names of the columns. */
  readonly columns: readonly string[];
  /** The type of each column. */
  readonly dtypes: readonly string[];
  /** The values, row by row. */
  readonly values: unknown;
}

/** What is needed of the danfo library to make frames. */
export interface DanfoModule<F = DanfoFrame> {
  /** The class of frames. */
  readonly DataFrame: new (
    rows: unknown[][],
    options: { columns: string[]; dtypes: DanfoType[] },
  ) => F;
}

/** Not a literal in `import()`: the package is optional, so that neither compilers nor bundlers may want it. */
const PACKAGE: string = "danfojs-node";

const HELP = `Cannot load ${PACKAGE}, which is not installed with this package. Put into package.json
  "overrides": { "xlsx": "0.18.5", "@tensorflow/tfjs-node": "npm:@tensorflow/tfjs@^4.22.0" }
and run: npm install ${PACKAGE}`;

/**
 * Loads `danfojs-node`.
 *
 * @throws {InfinityFramesError} When it cannot be loaded; the message says how to install it.
 */
export async function loadDanfo(): Promise<DanfoModule> {
  try {
    const loaded = (await import(PACKAGE)) as DanfoModule & { default?: DanfoModule };
    return loaded.default ?? loaded;
  } catch (cause) {
    throw new InfinityFramesError("PACKAGE_NOT_LOADED", HELP, { cause });
  }
}
