/**
 * A mask as COCO writes it: the lengths of its runs of equal pixels, column by column, the first of them outside of
 * the mask. `counts` may be the text that COCO's tools compress them to.
 */
export interface RunLengths {
  counts: string | readonly number[];
  /** Height and width, in pixels. */
  size: readonly [height: number, width: number];
}
