import type { Dataset } from "../dataset/dataset.ts";
import type { ParquetDataset } from "../dataset/ingest/parquet-dataset.ts";

/** A dataset that a report is made of: what `openDataset` or `openParquetDataset` opens. */
export type ReportSource = Dataset | ParquetDataset;
