import type { ColumnTable } from "arquero";
import type { View } from "./chart-spec.ts";
import { PALETTE } from "./palette.ts";
import { readRows } from "./read-rows.ts";

const KINDS = ["ST, with interactions", "S1, alone"];

/** Bars of total and first-order indices side by side, with intervals; the parameters in their order. */
export function sobolView(
  indices: ColumnTable,
  { top, width }: { top: number; width: number },
): { view: View; order: string[] } {
  const rows = readRows(indices, {
    texts: { parameter: "parameter" },
    numbers: { s1: "s1", s1Low: "s1_low", s1High: "s1_high", st: "st", stLow: "st_low", stHigh: "st_high" },
  });
  const sorted = rows.sort((a, b) => (b.st ?? -1) - (a.st ?? -1)).slice(0, top);
  const values = sorted.flatMap(({ parameter, s1, s1Low, s1High, st, stLow, stHigh }) => [
    { parameter, kind: KINDS[0], value: st, low: stLow, high: stHigh },
    { parameter, kind: KINDS[1], value: s1, low: s1Low, high: s1High },
  ]);
  const order = sorted.map(({ parameter }) => parameter);
  const intervals = {
    transform: [
      {
        filter: {
          and: [
            { field: "low", valid: true },
            { field: "high", valid: true },
          ],
        },
      },
    ],
    mark: "rule",
    encoding: { x: { field: "low", type: "quantitative" }, x2: { field: "high" } },
  };
  const view = {
    data: { values },
    width,
    height: { step: 26, for: "position" },
    encoding: {
      y: {
        ...{ field: "parameter", type: "nominal", sort: null, title: null },
        ...(order.length > 0 && { scale: { domain: order, paddingInner: 0.25 } }),
        axis: { ticks: false, domain: false },
      },
      yOffset: { field: "kind", sort: null, scale: { domain: KINDS } },
    },
    layer: [
      {
        mark: "bar",
        encoding: {
          x: {
            ...{ field: "value", type: "quantitative", title: "share of the variance" },
            ...(values.every(({ value }) => !value) && { scale: { domain: [0, 1] } }),
          },
          color: {
            ...{ field: "kind", type: "nominal", title: null, sort: null },
            scale: { domain: KINDS, range: [PALETTE[0], PALETTE[4]] },
            legend: { orient: "top", direction: "horizontal" },
          },
          tooltip: [
            { field: "parameter", type: "nominal" },
            { field: "kind", type: "nominal", title: "index" },
            ...["value", "low", "high"].map((field) => ({ field, type: "quantitative", format: ".3f" })),
          ],
        },
      },
      ...(values.some(({ low, high }) => low !== null && high !== null) ? [intervals] : []),
    ],
  };
  return { view, order };
}
