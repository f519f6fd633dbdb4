import { PALETTE } from "./palette.ts";

/** What all charts have in common, as a Vega-Lite configuration. Colours of text and axes are left to who draws. */
export const CHART_CONFIG: Readonly<Record<string, unknown>> = {
  font: 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif',
  padding: 8,
  range: { category: PALETTE },
  mark: { color: PALETTE[0] },
  bar: { color: PALETTE[0] },
  line: { color: PALETTE[0], strokeWidth: 2 },
  point: { color: PALETTE[0], filled: true, size: 60, opacity: 1 },
  rect: { color: PALETTE[0] },
  area: { color: PALETTE[0] },
  text: { fontSize: 11 },
  axis: {
    labelFontSize: 11,
    titleFontSize: 12,
    titleFontWeight: 600,
    labelLimit: 180,
    titleLimit: 320,
    labelOverlap: "greedy",
  },
  legend: { labelFontSize: 11, titleFontSize: 12, titleFontWeight: 600, labelLimit: 200, titleLimit: 200 },
  title: { fontSize: 14, subtitleFontSize: 11, anchor: "start", frame: "group", offset: 10, limit: 640 },
  header: { labelFontSize: 12, titleFontSize: 12, labelLimit: 240, titleLimit: 320 },
  view: { stroke: null },
};
