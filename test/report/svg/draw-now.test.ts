import { expect, test } from "vitest";
import { drawNow } from "../../../src/report/svg/draw-now.ts";
import { loadVega } from "../../../src/report/svg/load-vega.ts";
import { toSVG } from "../../../src/report/svg/to-svg.ts";
import { chartCases } from "../charts/chart-cases.ts";

test("a chart that is drawn at once is the chart that takes time", async () => {
  const charts = chartCases()
    .filter((_, index) => index % 8 === 0)
    .map(([, make]) => make());
  await loadVega();
  const drawn = charts.map((spec) => [drawNow(spec), spec] as const).filter(([svg]) => svg !== null);
  expect(drawn.length).toBeGreaterThan(5);
  for (const [svg, spec] of drawn) expect(svg).toBe(await toSVG(spec));
});

test("charts that cannot be drawn at once are left to those who wait", async () => {
  await loadVega();
  const image = { url: "data:image/png;base64,iVBORw0KGgo=" };
  expect(
    drawNow({ data: { values: [image] }, mark: "image", encoding: { url: { field: "url" } } }),
  ).toBeNull();
  expect(drawNow({ mark: "no such mark" })).toBeNull();
  expect(drawNow({ data: { url: "https://example.org/a.json" }, mark: "bar" })).toBeNull();
});
