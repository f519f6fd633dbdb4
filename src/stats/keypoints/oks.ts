import { checkOptionNames } from "../../util/check-option-names.ts";
import { COCO_SIGMAS } from "./coco-sigmas.ts";

/** Options of {@link oks}. */
export interface OksOptions {
  /** The area of the true instance in square pixels: that of its segmentation, as COCO has it. */
  area: number;
  /** One a point: how far off it may be, as a share of the instance's size. @default COCO's, for its 17 points */
  sigmas?: ArrayLike<number>;
}

/**
 * The object keypoint similarity of two labelings of one instance, between 0 and 1: the mean of exp(-d² / (2 area (2σ)²))
 * over the points that the truth has labelled (v > 0), with d the distance in pixels. As COCO's evaluation has it, apart
 * from instances of which no point is labelled: COCO compares them to their box.
 *
 * @param truth `[x, y, v, …]`, three numbers a point, as COCO's `keypoints`.
 * @param predicted The same points; their `v` is not heeded. One whose place is `NaN` was not found: its part is 0.
 * @returns Null where no point of the truth is labelled and has a place.
 * @throws {RangeError} When the lists do not have three numbers for each of `sigmas`, the area is no finite number of at
 *   least 0, or a sigma is not above 0.
 * @example
 * ```ts
 * oks([10, 20, 2, 30, 40, 0], [11, 20, 2, 0, 0, 0], { area: 400, sigmas: [0.1, 0.1] }); // 0.9692…
 * ```
 */
export function oks(
  truth: ArrayLike<number>,
  predicted: ArrayLike<number>,
  options: OksOptions,
): number | null {
  checkOptionNames(options, ["area", "sigmas"]);
  const { area, sigmas = Object.values(COCO_SIGMAS) } = options;
  const wanted = 3 * sigmas.length;
  if (truth.length !== wanted || predicted.length !== wanted) {
    throw new RangeError(
      `Keypoints must be x, y, v of ${sigmas.length} points, got ${truth.length} and ${predicted.length} numbers`,
    );
  }
  if (!(area >= 0 && area < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`area must be a finite number of at least 0, got ${area}`);
  }
  const odd = Array.from(sigmas).find((sigma) => !(sigma > 0));
  if (odd !== undefined) throw new RangeError(`sigmas must be above 0, got ${odd}`);
  let sum = 0;
  let count = 0;
  for (let i = 0; i < sigmas.length; i++) {
    const [x, y, v] = [truth[3 * i] as number, truth[3 * i + 1] as number, truth[3 * i + 2] as number];
    if (!(v > 0) || Number.isNaN(x + y)) continue;
    count++;
    const square = ((predicted[3 * i] as number) - x) ** 2 + ((predicted[3 * i + 1] as number) - y) ** 2;
    const tolerance = (2 * (sigmas[i] as number)) ** 2;
    // COCO's guard against an area of 0.
    if (square === 0) sum++;
    else if (!Number.isNaN(square)) sum += Math.exp(-square / tolerance / (area + Number.EPSILON) / 2);
  }
  return count === 0 ? null : sum / count;
}
