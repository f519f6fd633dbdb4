import type { EngineDataset } from "../../dataset/engine-dataset.ts";
import type { ParquetDataset } from "../../dataset/ingest/parquet-dataset.ts";
import type { ReportSource } from "../report-source.ts";

/** Whether a dataset is in files. Told by its shape, because a program may hold a second copy of this library. */
export function isIngested(dataset: ReportSource): dataset is ParquetDataset | EngineDataset {
  return "tableNames" in dataset;
}
