import type { ChartSpec } from "../charts/chart-spec.ts";
import type { FigureBlock } from "./block.ts";
import type { TableBlock } from "./table-block.ts";

/** A chart with its caption, and its numbers where they are in no other table. */
export function figure(spec: ChartSpec, caption: string, numbers: TableBlock | null = null): FigureBlock {
  return { kind: "figure", caption, spec, numbers };
}
