import { numbersOf } from "../../stats/columns/numbers-of.ts";
import type { SampleLabels } from "./sample-labels.ts";

const USUAL = 16 / 9;

/** Width by height of the images: that of the first one that is looked at. */
export function imageAspect({ frames }: SampleLabels): number {
  const [image] = frames.map((frame) => frame.image);
  if (image === undefined) return USUAL;
  const aspect = Number(numbersOf(image, "width")[0]) / Number(numbersOf(image, "height")[0]);
  return aspect >= 0.1 && aspect <= 10 ? aspect : USUAL;
}
