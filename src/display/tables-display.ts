import type { ColumnTable } from "arquero";
import { isTable } from "../tables/is-table.ts";
import { type Display, displayable } from "./displayable.ts";
import type { ViewPart } from "./view.ts";
import { viewDisplay } from "./view-display.ts";

/** How results are shown that hold tables under names, and single values beside them. */
export const TABLES_DISPLAY: Display<object> = {
  ...viewDisplay((result: object) => ({ title: null, parts: partsOf(Object.entries(result)) })),
  name: (result) =>
    `Tables: ${tablesOf(Object.entries(result))
      .map(([name]) => name)
      .join(", ")}`,
};

function partsOf(entries: readonly [string, unknown][]): ViewPart[] {
  const facts = entries.flatMap(([name, value]): [string, string | number][] => {
    if (typeof value === "number" || typeof value === "string") return [[name, value]];
    return typeof value === "boolean" ? [[name, String(value)]] : [];
  });
  const tables = tablesOf(entries).map(([caption, table]): ViewPart => ({ kind: "table", table, caption }));
  return facts.length > 0 ? [{ kind: "facts", facts }, ...tables] : tables;
}

function tablesOf(entries: readonly [string, unknown][]): [string, ColumnTable][] {
  return entries.filter((entry): entry is [string, ColumnTable] => isTable(entry[1]));
}

/** A result of tables, which now shows itself in notebooks. */
export function showingTables<T extends object>(result: T): T {
  displayable(result, TABLES_DISPLAY);
  return result;
}
