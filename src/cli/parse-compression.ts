import type { ParquetCompression } from "../io/parquet-layout.ts";
import { UsageError } from "./usage-error.ts";

/** The codec that an option `--compression` names. */
export function parseCompression(text: string): ParquetCompression {
  if (text === "snappy" || text === "zstd" || text === "none") return text;
  throw new UsageError(`--compression must be one of snappy, zstd, none, got ${text}`);
}
