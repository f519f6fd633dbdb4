import type * as ingesting from "../../../src/dataset/ingest/ingest.ts";
import type * as opening from "../../../src/dataset/ingest/open-parquet-dataset.ts";

const built = (path: string) => import(new URL(`../../../dist/${path}`, import.meta.url).href);

/** `ingest` as it is built: workers start from files that Node can run. */
export const { ingest } = (await built("dataset/ingest/ingest.js")) as typeof ingesting;

export const { openParquetDataset } = (await built(
  "dataset/ingest/open-parquet-dataset.js",
)) as typeof opening;
