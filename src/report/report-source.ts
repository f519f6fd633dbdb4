import type { Dataset } from "../dataset/dataset.ts";
import type { EngineDataset } from "../dataset/engine-dataset.ts";
import type { ParquetDataset } from "../dataset/ingest/parquet-dataset.ts";

/** A dataset that a report is made of: what `openDataset`, `openParquetDataset` or `openEngineDataset` opens. */
export type ReportSource = Dataset | ParquetDataset | EngineDataset;
