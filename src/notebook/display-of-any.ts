import type { ColumnTable } from "arquero";
import { type Display, displayOf } from "../display/displayable.ts";
import { TABLE_DISPLAY } from "../display/table-display.ts";
import type { View, ViewPart } from "../display/view.ts";
import { viewDisplay } from "../display/view-display.ts";
import { CHART_DISPLAY } from "../report/charts/chart-display.ts";
import { isTable } from "../tables/is-table.ts";
import { isRecord } from "../util/is-record.ts";

type AnyDisplay = Display<never>;

/** How a value is shown, or null where it is neither a table, a chart, nor a thing of ours, nor an object of tables. */
export function displayOfAny(value: unknown): Display<unknown> | null {
  const own: AnyDisplay | null = displayOf(value) ?? known(value);
  return own as Display<unknown> | null;
}

function known(value: unknown): AnyDisplay | null {
  if (isTable(value)) return TABLE_DISPLAY;
  if (!isRecord(value)) return null;
  if (/vega-lite/.test(String(value.$schema))) return CHART_DISPLAY;
  return Object.values(value).some(isTable) ? TABLES_DISPLAY : null;
}

/** What statistics give: tables under names, and single values beside them. */
const TABLES_DISPLAY: Display<Readonly<Record<string, unknown>>> = viewDisplay((result): View => {
  const entries = Object.entries(result);
  const facts = entries.flatMap(([name, value]): [string, string | number][] => {
    if (typeof value === "number" || typeof value === "string") return [[name, value]];
    return typeof value === "boolean" || value === null ? [[name, String(value)]] : [];
  });
  const tables = entries.flatMap(([caption, table]): ViewPart[] => {
    return isTable(table) ? [{ kind: "table", table: table as ColumnTable, caption }] : [];
  });
  return { title: null, parts: facts.length > 0 ? [{ kind: "facts", facts }, ...tables] : tables };
});
