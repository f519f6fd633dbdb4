import type { ColumnTable } from "arquero";
import type { IngestedAbout } from "../../dataset/ingest/ingested-tables.ts";
import type { TableName } from "../../dataset/table-names.ts";
import type { ReportSource } from "../report-source.ts";
import { isIngested } from "./is-ingested.ts";
import type { ReportSettings } from "./report-settings.ts";

/** What a report reads of a dataset as it is; statistics ask for more by SQL. */
export interface SourceTables {
  jobs: ColumnTable;
  problems: ColumnTable;
  /** The number of rows of each table. */
  sizes: readonly (readonly [table: TableName, rows: number])[];
  /** What an ingest noted, or null where the dataset is in memory. */
  about: IngestedAbout | null;
}

/** Reads the tables that a report shows as they are. */
export async function readSource(
  dataset: ReportSource,
  { signal, tell }: Pick<ReportSettings, "signal" | "tell">,
): Promise<SourceTables> {
  const stop = signal === undefined ? {} : { signal };
  if (isIngested(dataset)) {
    const names = dataset.tableNames;
    const sizes = names.map(async (name) => [name, await dataset.numRows(name)] as const);
    return {
      jobs: await dataset.table("jobs", stop),
      problems: await dataset.table("problems", stop),
      sizes: await Promise.all(sizes),
      about: dataset.about,
    };
  }
  await dataset.load({ ...stop, onProgress: ({ done, total }) => tell("reading", done, total) });
  return {
    jobs: dataset.jobs,
    problems: dataset.problems,
    sizes: Array.from(dataset.tables(), ([name, table]) => [name, table.numRows()] as const),
    about: null,
  };
}
