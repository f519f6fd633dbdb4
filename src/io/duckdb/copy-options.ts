import type { ParquetLayout } from "../parquet-layout.ts";
import { quoteText } from "./quote-text.ts";

/** How `COPY` writes a Parquet file of this layout, to a path that is of a temporary file already. */
export function copyOptions({ compression, rowGroupRows, metadata }: ParquetLayout): string {
  const pairs = Object.entries(metadata).map(([key, value]) => `${quoteText(key)}: ${quoteText(value)}`);
  const options = [
    "FORMAT parquet",
    `COMPRESSION ${compression === "none" ? "uncompressed" : compression}`,
    `ROW_GROUP_SIZE ${rowGroupRows}`,
    "USE_TMP_FILE false",
    ...(pairs.length > 0 ? [`KV_METADATA {${pairs.join(", ")}}`] : []),
  ];
  return options.join(", ");
}
