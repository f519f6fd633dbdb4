import type { View } from "./chart-spec.ts";

/** Options of {@link binAxes}. */
export interface BinAxesOptions {
  xTitle: string;
  yTitle: string;
  width: number;
  height: number;
  /** Whether bins are milliseconds since 1970. */
  temporal?: boolean;
  /** Whether amounts are shares of 1. */
  shares?: boolean;
}

/** The channels of a histogram without their fields: bins along `x`, amounts along `y`. */
export function binAxes(
  bins: readonly { start: number; end: number }[],
  { xTitle, yTitle, width, height, temporal = false, shares = false }: BinAxesOptions,
): { x: View; y: View } {
  const low = bins.reduce((least, { start }) => Math.min(least, start), Number.POSITIVE_INFINITY);
  const high = bins.reduce((most, { end }) => Math.max(most, end), Number.NEGATIVE_INFINITY);
  const x = {
    type: temporal ? "temporal" : "quantitative",
    title: xTitle,
    scale: {
      // Of moments, Vega-Lite would take the ends that are given and those of the data for different ones.
      ...(bins.length > 0 && !temporal && { domain: [low, high] }),
      ...{ nice: false, ...(temporal ? { type: "utc" } : { zero: false }) },
    },
    axis: {
      grid: false,
      tickCount: Math.max(2, Math.round(width / 60)),
      ...(bins.some(isAroundWhole) && { tickMinStep: 1 }),
    },
  };
  const y = {
    type: "quantitative",
    title: yTitle,
    scale: { zero: true },
    axis: {
      tickCount: Math.max(2, Math.round(height / 40)),
      format: shares ? ".0%" : ",~r",
      tickMinStep: shares ? 0.01 : 1,
    },
  };
  return { x, y };
}

/** Whether a bin stands for one whole number, in its middle. */
function isAroundWhole({ start, end }: { start: number; end: number }): boolean {
  return end - start === 1 && !Number.isInteger(start) && Number.isInteger(start + 0.5);
}

/** Bins of moments that begin and end at whole milliseconds, for Vega-Lite knows no parts of one. */
export function wholeMoments<B extends { start: number; end: number }>(bins: readonly B[]): B[] {
  return bins.map((bin) => ({ ...bin, start: Math.floor(bin.start), end: Math.ceil(bin.end) }));
}
