import { BOX_MEASURES } from "./box-query.ts";
import { FRAME_MEASURES } from "./frame-query.ts";
import { KEYPOINT_MEASURES } from "./keypoint-query.ts";
import { addTotals, type Total } from "./totals.ts";

/** A row of a query's result. */
export type Row = Readonly<Record<string, unknown>>;

/** What the labels of a job come to. */
export class JobLabels {
  /** Frames with labels; null where the job has none. */
  frames: number | null = null;
  annotations = 0;
  boxes = 0;
  /** Boxes of persons. */
  people = 0;
  /** By measure: sums of the annotations that are counted and of the frames. */
  readonly totals: Map<string, Total> = new Map();
  reps: number | null = null;
  /** Repetitions a minute. */
  cadence: number | null = null;
  /** Motion samples; null where the job has none. */
  samples: number | null = null;
  /** Seconds from the first motion sample to the last. */
  seconds: number | null = null;
  /** Motion samples a second. */
  rate: number | null = null;
  /** How far orientations spread, in degrees. */
  spread: number | null = null;

  /** Takes a row of the part `jobs` of `boxQuery`. */
  addBoxes(row: Row, isCounted: boolean): void {
    this.annotations += Number(row.count);
    this.boxes += Number(row.boxes);
    this.people += Number(row.people);
    if (isCounted) addTotals(this.totals, { row, measures: BOX_MEASURES });
  }

  /**
   * Takes a row of the part `jobs` of `frameQuery`.
   *
   * @param frameRate Frames a second; null where it is not known.
   */
  addFrames(row: Row, frameRate: number | null): void {
    this.frames = Number(row.count);
    addTotals(this.totals, { row, measures: FRAME_MEASURES });
    this.#count(row, frameRate ?? Number.NaN);
  }

  /** Takes a row of the part `jobs` of `keypointQuery`. */
  addKeypoints(row: Row): void {
    addTotals(this.totals, { row, measures: KEYPOINT_MEASURES });
  }

  /** Takes a row of `imuQuery`. */
  addSamples(row: Row, spread: number | null): void {
    this.samples = Number(row.count);
    this.spread = spread;
    if (row.start !== null && row.stop !== null) {
      this.seconds = Number(row.stop) - Number(row.start);
      if (this.seconds > 0) this.rate = (Number(row.times) - 1) / this.seconds;
    }
    this.#count(row, 1);
  }

  /** Repetitions, and how many a minute. What a job had before stays. */
  #count({ most, least, first, last }: Row, ticksASecond: number): void {
    if (most === null) return;
    this.reps ??= Number(most);
    if (first === null || last === null) return;
    const minutes = (Number(last) - Number(first)) / ticksASecond / 60;
    if (minutes > 0 && minutes < Number.POSITIVE_INFINITY)
      this.cadence ??= (Number(most) - Number(least)) / minutes;
  }
}
