import type { ColumnTable } from "arquero";
import { type Display, displayable } from "../display/displayable.ts";
import { currentKernel } from "../display/kernels/current-kernel.ts";
import { TABLE_DISPLAY } from "../display/table-display.ts";
import { loadVega } from "../report/svg/load-vega.ts";

/** The part of Arquero that {@link setUpNotebook} needs. */
export interface ArqueroModule {
  ColumnTable: { prototype: object };
}

/**
 * Sets up a notebook, in Deno's kernel, in tslab, in VS Code and in JupyterLab: afterwards Arquero's tables show
 * themselves as a cell's last value, and as text where they are printed. Nothing but the tables of the Arquero that is
 * given is changed. In tslab it also loads what draws charts, because tslab does not wait for a cell's last value: charts
 * with pictures in them have no SVG there, unless {@link show} shows them.
 *
 * @param arquero The module: `aq` of this package, or what `import * as aq from "arquero"` gives.
 * @throws {TypeError} When it is not Arquero.
 * @example
 * ```ts
 * await setUpNotebook(aq);
 * console.log(aq.table({ scene: ["GYM_1"], num_reps: [3] })); // 1 row × 2 columns
 * // scene  num_reps
 * // GYM_1         3
 * ```
 */
export async function setUpNotebook(arquero: ArqueroModule): Promise<void> {
  const prototype: unknown = arquero?.ColumnTable?.prototype;
  if (typeof prototype !== "object" || prototype === null) {
    throw new TypeError(
      'Cannot set up the notebook: expected Arquero, as `aq` of this package or as `import * as aq from "arquero"`',
    );
  }
  displayable(prototype as ColumnTable, TABLE_DISPLAY as Display<ColumnTable>);
  if (currentKernel()?.name === "tslab") await loadVega();
}
