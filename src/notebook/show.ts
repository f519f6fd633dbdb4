import { checkLimits } from "../display/check-limits.ts";
import { currentKernel } from "../display/kernels/current-kernel.ts";
import type { TableLimits } from "../display/view.ts";
import { checkOptionNames } from "../util/check-option-names.ts";
import { displayOfAny } from "./display-of-any.ts";
import { plainText } from "./plain-text.ts";
import { printLine } from "./print-line.ts";

/** Options of {@link show}. */
export interface ShowOptions extends TableLimits {}

/**
 * Shows a value in the middle of a cell: tables with their shape, types, first and last rows; charts as Vega-Lite and
 * SVG; parameter spaces, batches, datasets, reports and pictures; objects that hold tables, such as studies; anything
 * else as text. Outside a notebook it prints text.
 *
 * @throws {TypeError} When an option is unknown.
 * @throws {RangeError} When a limit is not a whole number of 1 or more.
 * @throws {ChartError} When a chart is faulty.
 * @example
 * ```ts
 * const scenes = aq.table({ scene: ["GYM_1", "BEDROOM_2", "GYM_1"] });
 * await show(scenes, { maxRows: 2 }); // 3 rows × 1 column
 * // scene
 * // GYM_1
 * // … 1 more …
 * // GYM_1
 * const chart = frequencyChart(frequencies(scenes, { column: "scene" }), { name: "scene" });
 * await show(chart); // Chart: Frequencies of 2 values of scene. The most frequent is GYM_1.
 * ```
 */
export async function show(value: unknown, options: ShowOptions = {}): Promise<void> {
  checkOptionNames(options, ["maxRows", "maxColumns"]);
  const limits = checkLimits(options);
  const display = displayOfAny(value);
  const kernel = currentKernel();
  if (display === null) {
    const text = plainText(value);
    return kernel === null ? printLine(text) : kernel.show({ "text/plain": text });
  }
  if (kernel === null) return printLine(display.text(value, limits));
  await kernel.show(await (display.fullBundle?.(value, limits) ?? display.bundle(value, limits)));
}
