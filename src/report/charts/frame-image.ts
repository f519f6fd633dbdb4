/** A frame: the row of the table `images`, as an object. */
export interface FrameImage {
  readonly width: number;
  readonly height: number;
  /** What tells the frame from others: `job_id`, `camera`, `image_id`. */
  readonly [column: string]: unknown;
}
