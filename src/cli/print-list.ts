import { textTable } from "../display/text/text-table.ts";
import { printJson } from "./print-json.ts";

/** How {@link printList} shows a list. */
export interface ListFormat<T> {
  json: boolean;
  quiet: boolean;
  /** What is said on stderr where there is nothing to list. */
  empty: string;
  header: readonly string[];
  row: (item: T) => (string | number)[];
}

/** Prints a list to stdout: as JSON, or as a table whose last column is wrapped on a terminal. */
export function printList<T>(items: readonly T[], { json, quiet, empty, header, row }: ListFormat<T>): void {
  if (json) printJson(items);
  else if (items.length > 0)
    console.log(textTable(items.map(row), { header, width: process.stdout.columns || undefined }));
  else if (!quiet) console.error(empty);
}
