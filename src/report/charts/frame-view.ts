import type { View } from "./chart-spec.ts";
import type { FrameImage } from "./frame-image.ts";
import type { FrameBone, FrameBox, FramePoint } from "./frame-rows.ts";
import { seriesOf } from "./series.ts";

/** Options of {@link frameView}. */
export interface FrameViewOptions {
  image: FrameImage;
  width: number;
  height: number;
  picture: string | undefined;
}

/** What is drawn of a frame. */
export interface FrameParts {
  boxes: readonly FrameBox[];
  points: readonly FramePoint[];
  bones: readonly FrameBone[];
}

/** Boxes, bones and points over the picture of a frame, or over an empty one. Colours tell categories. */
export function frameView(
  { boxes, points, bones }: FrameParts,
  { image, width, height, picture }: FrameViewOptions,
): View {
  const categories = new Map(boxes.map(({ instance, category }) => [instance, category]));
  const rows = [...boxes, ...points].map(({ instance }) => ({
    ...{ group: categories.get(instance) ?? "", amount: 1 },
  }));
  const series = seriesOf(rows, "category");
  const groupOf = (instance: string): string => series.into.get(categories.get(instance) ?? "") ?? "";
  const grouped = <T extends { instance: string }>(parts: readonly T[]) =>
    parts.map((part) => ({ ...part, group: groupOf(part.instance) }));
  const axis = (end: number) => ({
    ...{ type: "quantitative", title: null, scale: { domain: [0, end], nice: false } },
    axis: { grid: false, tickCount: 5 },
  });
  const x = axis(image.width);
  const down = axis(image.height);
  const y = { ...down, scale: { ...down.scale, reverse: true } };
  const { color } = series;
  const background = {
    data: { values: [{}] },
    mark: { type: "image", aspect: false, align: "left", baseline: "top", width, height },
    encoding: { x: { value: 0 }, y: { value: 0 }, url: { value: picture ?? "" } },
  };
  const span = {
    x: { ...x, field: "x" },
    y: { ...y, field: "y" },
    x2: { field: "xEnd" },
    y2: { field: "yEnd" },
    color,
  };
  return {
    width,
    height,
    view: { fill: "rgba(138,138,138,0.12)", stroke: "#8a8a8a" },
    layer: [
      ...(picture === undefined ? [] : [background]),
      {
        data: { values: grouped(boxes) },
        mark: { type: "rect", fillOpacity: 0.08, filled: false, strokeWidth: 2, clip: true },
        encoding: {
          ...span,
          tooltip: ["instance", "category"].map((field) => ({ field, type: "nominal" })),
        },
      },
      ...[true, false].map((seen) => ({
        data: { values: grouped(bones.filter((bone) => bone.seen === seen)) },
        mark: { type: "rule", strokeWidth: 2, clip: true, ...(!seen && { strokeDash: [3, 3] }) },
        encoding: span,
      })),
      ...[true, false].map((seen) => ({
        data: { values: grouped(points.filter((point) => point.seen === seen)) },
        mark: { type: "point", size: 24, filled: seen, strokeWidth: 1.5, clip: true },
        encoding: {
          x: { ...x, field: "x" },
          y: { ...y, field: "y" },
          color,
          tooltip: [
            ...["name", "instance"].map((field) => ({ field, type: "nominal" })),
            { field: "seen", type: "nominal", title: "visible" },
          ],
        },
      })),
    ],
  };
}
