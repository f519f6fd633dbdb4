import type { ColumnTable } from "arquero";
import { type ChartOptions, checkChartOptions } from "./chart-options.ts";
import type { ChartSpec } from "./chart-spec.ts";
import type { FrameImage } from "./frame-image.ts";
import { frameBoxes, framePoints } from "./frame-rows.ts";
import { frameView } from "./frame-view.ts";
import { makeChart } from "./make-chart.ts";

/** What {@link frameChart} draws. */
export interface Frame {
  readonly image: FrameImage;
  /** The table `annotations`; rows of other frames are left out by `job_id`, `camera` and `image_id`. */
  readonly annotations: ColumnTable;
  /** The table `keypoints`, likewise. */
  readonly keypoints?: ColumnTable | null;
}

/** Options of {@link frameChart}. */
export interface FrameChartOptions extends ChartOptions {
  /**
   * Which skeleton.
   * @default "coco" where there is one, else that of the first point
   */
  skeleton?: string;
  /** The picture of the frame, as a `data:` address of a PNG, JPEG, GIF or WebP. Without it the frame is empty. */
  picture?: string;
}

/** How many instances are drawn. */
const INSTANCES = 40;

/**
 * What the labels say of one frame: boxes, skeletons and keypoints, in the image's own pixels, y downwards. Occluded
 * points are hollow and their bones dashed; points outside of the image are left out.
 *
 * @returns A Vega-Lite specification.
 * @throws {RangeError} When the image has no size, a table lacks a column, or there is no such skeleton.
 * @example
 * ```ts
 * const image = (await dataset.table("images")).object(3) as FrameImage;
 * const annotations = await dataset.table("annotations");
 * const keypoints = await dataset.table("keypoints");
 * const chart = frameChart({ image, annotations, keypoints }, { skeleton: "coco" });
 * chart.description; // "A frame of 128 by 128 pixels with 1 boxes and 17 keypoints, 7 of them occluded."
 * ```
 */
export function frameChart(frame: Frame, options: FrameChartOptions = {}): ChartSpec {
  checkChartOptions(options, ["skeleton", "picture"]);
  const { image, annotations, keypoints = null } = frame;
  const { skeleton, picture } = options;
  if (!(image.width > 0 && image.height > 0)) {
    throw new RangeError(`An image must have a width and a height, got ${image.width} by ${image.height}`);
  }
  if (picture !== undefined && !/^data:image\/(png|jpeg|gif|webp);base64,/.test(picture)) {
    throw new RangeError(
      'The option "picture" must be a data: address of a PNG, JPEG, GIF or WebP in base64',
    );
  }
  const all = frameBoxes(annotations, image);
  const boxes = [...all].sort((a, b) => b.area - a.area).slice(0, INSTANCES);
  const drawn = new Set(boxes.map(({ instance }) => instance));
  const left = new Set(all.map(({ instance }) => instance).filter((instance) => !drawn.has(instance)));
  const { points, bones } = framePoints(keypoints, { image, skeleton, without: left });
  const width = options.width ?? (options.height ? (options.height * image.width) / image.height : 560);
  const height = options.height ?? Math.round((width * image.height) / image.width);
  const rest = all.length - boxes.length;
  return makeChart({
    options,
    view: frameView({ boxes, points, bones }, { image, width, height, picture }),
    note: rest > 0 ? `${rest} smaller instances are not shown` : null,
    description:
      `A frame of ${image.width} by ${image.height} pixels with ${boxes.length} boxes ` +
      `and ${points.length} keypoints, ${points.filter(({ seen }) => !seen).length} of them occluded.`,
  });
}
