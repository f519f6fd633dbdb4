import type { ColumnTable } from "arquero";
import { type ColumnKind, columnKind } from "../../stats/columns/column-kind.ts";
import { findColumn } from "../../stats/columns/find-column.ts";
import { frequencies } from "../../stats/describe/frequencies.ts";
import { histogram } from "../../stats/describe/histogram.ts";
import { findColumnType } from "../../tables/column-type-of.ts";
import { axisTitle } from "./axis-title.ts";
import { barsView } from "./bars-view.ts";
import { wholeMoments } from "./bin-axes.ts";
import type { View } from "./chart-spec.ts";
import { emptyView } from "./empty-view.ts";
import { groupsOf } from "./groups-of.ts";
import { histogramView } from "./histogram-view.ts";
import { readRows } from "./read-rows.ts";
import type { Series } from "./series.ts";

/** Options of {@link columnPanel}. */
export interface ColumnPanelOptions {
  column: string;
  by: readonly string[];
  weight: string | undefined;
  bins: number | undefined;
  unit: string | undefined;
  top: number;
  width: number;
  height: number;
  /** The groups of `by`; null where there are none. */
  series: Series | null;
}

/** Whether a column of this kind has a plot. */
export function isPanelKind(kind: ColumnKind): boolean {
  return kind === "numeric" || kind === "boolean" || kind === "categorical" || kind === "time";
}

/** How one column is distributed: a histogram, or bars of its values. */
export function columnPanel(table: ColumnTable, options: ColumnPanelOptions): View {
  const { column, by, weight, bins, unit, top, width, height, series } = options;
  const kind = columnKind(findColumnType(findColumn(table, column)));
  const title = axisTitle(column, unit);
  const common = { column, by, ...(weight !== undefined && { weight }) };
  const amountTitle = weight === undefined ? "count" : `sum of ${weight}`;
  if (kind === "categorical" || kind === "boolean") {
    const counts = frequencies(table, common);
    const groups = groupsOf(counts, ["value", "count", "share"]);
    const rows = readRows(counts, { texts: { value: "value" }, numbers: { amount: "count" } });
    const bars = rows.map(({ value, amount }, row) => ({
      ...{ value, amount: amount ?? 0, group: groups?.of[row] ?? "" },
    }));
    if (bars.length === 0) return emptyView(`${column}: no data`, { width, height });
    const values = Math.min(top + 1, new Set(bars.map((bar) => bar.value)).size);
    return barsView(bars, {
      ...{ title, amountTitle, series, width, top },
      // As high as the histograms beside it, or else its labels would not have room.
      height: values * 14 <= height ? height : null,
    });
  }
  const counts = histogram(table, { ...common, ...(bins !== undefined && { bins }) });
  const groups = groupsOf(counts, ["bin_start", "bin_end", "count", "share"]);
  const rows = readRows(counts, { numbers: { start: "bin_start", end: "bin_end", amount: "count" } });
  const binned = rows.map(({ start, end, amount }, row) => ({
    ...{ start: start ?? 0, end: end ?? 0, amount: amount ?? 0, group: groups?.of[row] ?? "" },
  }));
  if (binned.length === 0) return emptyView(`${column}: no data`, { width, height });
  return histogramView(kind === "time" ? wholeMoments(binned) : binned, {
    ...{ xTitle: title, yTitle: amountTitle, series },
    ...{ width, height, temporal: kind === "time" },
  });
}
