import type { SensitivityResult } from "../../stats/sensitivity/sensitivity-result.ts";
import { sensitivityChart } from "../charts/sensitivity-chart.ts";
import type { Block } from "../document/block.ts";
import { figure } from "../document/figure.ts";
import { tableBlock } from "../document/table-block.ts";
import { countOf } from "../text/count-of.ts";
import { formatNumber } from "../text/format-number.ts";

const CAPTIONS = {
  sobol:
    "Sobol' indices: the share of the variance that a parameter explains alone (S1) and with all its interactions (ST), with their intervals",
  morris: "Elementary effects: their mean size (µ*) and how much they differ (σ)",
};

/** What a sensitivity analysis says. */
export function sensitivityBlocks(result: SensitivityResult): Block[] {
  const { kind, indices, interactions, blocks, usedBlocks, rows, usedRows, note } = result;
  const thing = kind === "sobol" ? "block" : "trajectory";
  const things = kind === "sobol" ? "blocks" : "trajectories";
  const lost = blocks - usedBlocks;
  const found: Block[] = [
    { kind: "heading", text: "Sensitivity" },
    {
      kind: "text",
      text: `From ${countOf(usedBlocks, thing, things)} of ${formatNumber(blocks)}: ${formatNumber(usedRows)} of ${countOf(rows, "job")} of the design. ${lost === 0 ? "All are complete." : `Where a job has no outcome, the whole ${thing} is left out.`}`,
    },
  ];
  if (note !== null) found.push({ kind: "note", tone: "warning", text: note });
  found.push(
    figure(sensitivityChart(result), { caption: CAPTIONS[kind], isWide: true }),
    tableBlock(indices, { caption: CAPTIONS[kind] }),
  );
  if (interactions !== null) {
    found.push(tableBlock(interactions, { caption: "What pairs of parameters explain only together (S2)" }));
  }
  return found;
}
