import type { ChartSpec } from "../charts/chart-spec.ts";
import type { FigureBlock } from "./block.ts";
import type { TableBlock } from "./table-block.ts";

/** Options of {@link figure}. */
export interface FigureOptions {
  caption: string;
  /** Its numbers, where they are in no other table. @default null */
  numbers?: TableBlock | null;
  /** Whether it takes the whole width of the page. @default false */
  isWide?: boolean;
}

/** A chart as a report shows it. */
export function figure(
  spec: ChartSpec,
  { caption, numbers = null, isWide = false }: FigureOptions,
): FigureBlock {
  return { kind: "figure", caption, spec, numbers, isWide };
}
