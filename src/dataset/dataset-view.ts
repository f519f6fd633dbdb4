import { type ColumnTable, table } from "arquero";
import type { View } from "../display/view.ts";
import { countOf } from "../util/count-of.ts";

/** How large a table is. */
export interface TableSize {
  readonly table: string;
  readonly rows: number;
  readonly columns: number;
}

/** What of a dataset is shown. */
export interface ShownDataset {
  readonly jobIds: readonly string[];
  /** Null where they are not read yet. */
  readonly tables: readonly TableSize[] | null;
  /** Whether its tables are files. */
  readonly areFiles?: boolean;
}

/** A dataset for a notebook: its jobs and how large its tables are. Nothing is read for it. */
export function datasetView({ jobIds, tables, areFiles = false }: ShownDataset): View {
  const title = `Dataset of ${countOf(jobIds.length, "job")}${areFiles ? " in Parquet files" : ""}`;
  const text = "Its tables are read when one of them is asked for.";
  if (tables === null) return { title, parts: [{ kind: "text", text }] };
  const columns = (["table", "rows", "columns"] as const).map((name): [string, (string | number)[]] => {
    return [name, tables.map((size) => size[name])];
  });
  return { title, parts: [{ kind: "table", table: table(columns), caption: "Tables" }] };
}

/** How large tables are. */
export function sizesOf(tables: Iterable<readonly [string, ColumnTable]>): TableSize[] {
  return Array.from(tables, ([name, of]) => ({ table: name, rows: of.numRows(), columns: of.numCols() }));
}
