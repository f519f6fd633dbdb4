import { checkOptionNames } from "../../util/check-option-names.ts";

/** Options of every chart. */
export interface ChartOptions {
  /** A heading above the chart; by default there is none. */
  title?: string;
  /**
   * What the chart shows, for those who cannot see it.
   * @default a sentence with the numbers that matter most
   */
  description?: string;
  /** The width of the plot in pixels, or of one plot where there are several, without axes and legends. */
  width?: number;
  /** Its height. */
  height?: number;
}

const COMMON = ["title", "description", "width", "height"];

/**
 * Checks the options of a chart function.
 *
 * @param known The names of its own options, besides those of every chart.
 * @throws {TypeError} When there is an option of another name, or a title that is no text.
 * @throws {RangeError} When the width or the height is not a number from 10 to 10,000.
 */
export function checkChartOptions(options: ChartOptions, known: readonly string[]): void {
  checkOptionNames(options, [...known, ...COMMON]);
  for (const name of ["title", "description"] as const) {
    const text = options[name];
    if (text !== undefined && typeof text !== "string") {
      throw new TypeError(`The option "${name}" must be a text, got ${typeof text}`);
    }
  }
  for (const name of ["width", "height"] as const) {
    const size = options[name];
    if (size !== undefined && !(typeof size === "number" && size >= 10 && size <= 10_000)) {
      throw new RangeError(`The option "${name}" must be a number from 10 to 10000, got ${String(size)}`);
    }
  }
}
