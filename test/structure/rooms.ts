/** What one folder of `src` may import, besides itself and `util`. */
export interface Room {
  /** Folders, by name. */
  readonly rooms: readonly string[];
  /** Whether the types of the API's messages may be imported, by `import type`. */
  readonly apiTypes?: boolean;
  /** Whether Node's modules may be imported; a list restricts it to files of these names. */
  readonly node?: boolean | readonly string[];
}

const LIBRARY = [
  "tables",
  "display",
  "api",
  "archives",
  "params",
  "design",
  "session",
  "labels",
  "io",
  "engine",
  "dataset",
  "stats",
  "report",
];

/** The rooms of the house. `index.ts`, which belongs to none, is under "". */
export const ROOMS: Readonly<Record<string, Room>> = {
  util: { rooms: [] },
  tables: { rooms: [] },
  display: { rooms: ["tables"] },
  api: { rooms: [] },
  // `io` for writing that notices a full disk.
  archives: { rooms: ["io"], node: true },
  params: { rooms: ["tables", "display"], apiTypes: true },
  design: { rooms: ["tables", "display", "params"] },
  // `io` for its atomic writes, which downloads need; `design` to fill jobs with random values.
  session: { rooms: ["api", "params", "design", "tables", "display", "archives", "io"], node: true },
  labels: { rooms: ["tables"] },
  io: { rooms: ["tables"], node: true },
  engine: { rooms: ["tables", "io"], node: true },
  dataset: {
    rooms: ["tables", "display", "params", "labels", "io", "archives", "engine"],
    apiTypes: true,
    node: true,
  },
  stats: { rooms: ["tables", "display", "design", "engine"] },
  report: { rooms: ["tables", "display", "stats", "dataset"] },
  // Node for pictures that are files.
  notebook: { rooms: LIBRARY, node: ["picture-address.ts"] },
  emulator: {
    rooms: [],
    apiTypes: true,
    node: ["start-emulator.ts", "send-response.ts", "file-store.ts", "folder-lock.ts"],
  },
  cli: { rooms: [...LIBRARY, "notebook", "emulator"], node: true },
  "": { rooms: [...LIBRARY, "notebook"] },
};

/** The files that hold nothing but types of the API's messages. */
export const API_TYPES: readonly string[] = ["api/wire-types.ts", "api/batch-metadata.ts"];

/** Packages that are large or native, and therefore loaded by `import()` on first use. */
export const LAZY_PACKAGES: readonly string[] = [
  "@duckdb/node-api",
  "@duckdb/node-bindings",
  "@grpc/grpc-js",
  "apache-arrow",
  "protobufjs",
  "vega",
  "vega-lite",
];
