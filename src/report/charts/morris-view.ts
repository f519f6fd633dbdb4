import type { ColumnTable } from "arquero";
import { axisTitle } from "./axis-title.ts";
import type { View } from "./chart-spec.ts";
import { readRows } from "./read-rows.ts";

/** Only so many points have their names beside them. */
const NAMED = 8;

/** A share of the largest effect that is none. */
const ROUNDING = 1e-9;

/** Options of {@link morrisView}. */
export interface MorrisViewOptions {
  top: number;
  width: number;
  height: number;
  unit: string | undefined;
}

/** Bars of µ* with intervals, beside them µ* against σ where there is one; the parameters in their order. */
export function morrisView(
  indices: ColumnTable,
  { top, width, height, unit }: MorrisViewOptions,
): { view: View; order: string[] } {
  const rows = readRows(indices, {
    texts: { parameter: "parameter" },
    numbers: { size: "mu_star", low: "mu_star_low", high: "mu_star_high", sigma: "sigma" },
  });
  const values = rows.sort((a, b) => (b.size ?? -1) - (a.size ?? -1)).slice(0, top);
  const named = values.filter(({ size, sigma }) => size && sigma !== null).slice(0, NAMED);
  const most = values[0]?.size ?? 0;
  const order = values.map(({ parameter }) => parameter);
  const size = {
    ...{ field: "size", type: "quantitative", title: axisTitle("µ*", unit) },
    scale: scaleOf(
      values.map(({ size }) => size),
      most,
    ),
  };
  const tooltip = [
    { field: "parameter", type: "nominal" },
    { field: "size", type: "quantitative", title: "µ*", format: ".4~g" },
    { field: "sigma", type: "quantitative", title: "σ", format: ".4~g" },
  ];
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
    encoding: { x: { ...size, field: "low" }, x2: { field: "high" } },
  };
  const bars = {
    width,
    height: { step: 20 },
    encoding: {
      y: {
        ...{ field: "parameter", type: "nominal", sort: null, title: null },
        ...(order.length > 0 && { scale: { domain: order } }),
        axis: { ticks: false, domain: false },
      },
    },
    layer: [
      { mark: "bar", encoding: { x: size, tooltip } },
      ...(values.some(({ low, high }) => low !== null && high !== null) ? [intervals] : []),
    ],
  };
  if (values.every(({ sigma }) => sigma === null)) return { view: { data: { values }, ...bars }, order };
  const sigma = {
    ...{ field: "sigma", type: "quantitative", title: axisTitle("σ", unit) },
    scale: scaleOf(
      values.map(({ sigma }) => sigma),
      most,
    ),
  };
  const points = {
    width,
    height,
    encoding: { x: size, y: sigma },
    layer: [
      { mark: "point", encoding: { tooltip } },
      // Names stand on the side that has room.
      ...(["left", "right"] as const).flatMap((side) => {
        const own = named.filter(({ size }) => (side === "left") === (size ?? 0) < most / 2);
        const mark = { type: "text", align: side, dx: side === "left" ? 7 : -7, dy: -6, limit: 140 };
        const text = { field: "parameter" };
        return own.length === 0 ? [] : [{ data: { values: own }, mark, encoding: { text } }];
      }),
    ],
  };
  return { view: { data: { values }, hconcat: [bars, points], spacing: 40 }, order };
}

/** A scale from 0 on, which has an extent even where all are 0 but for rounding, as σ is where nothing interacts. */
function scaleOf(values: readonly (number | null)[], extent: number): View {
  const isNothing = values.every((value) => (value ?? 0) <= ROUNDING * extent);
  return isNothing ? { domain: [0, extent || 1] } : { zero: true };
}
