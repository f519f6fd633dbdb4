import type { SensitivityResult } from "../../stats/sensitivity/sensitivity-result.ts";
import { sensitivityChart } from "../charts/sensitivity-chart.ts";
import { jsonRows } from "../data/json-rows.ts";
import type { Block } from "../document/block.ts";
import { figure } from "../document/figure.ts";
import { tableBlock } from "../document/table-block.ts";
import { countOf } from "../text/count-of.ts";
import { formatNumber, formatShare } from "../text/format-number.ts";
import { listNames } from "../text/list-names.ts";

const MOST_NAMED = 3;

const CAPTIONS = {
  sobol:
    "Sobol' indices: the share of the variance that a parameter explains alone (S1) and with all its interactions (ST), with their intervals",
  morris: "Elementary effects: their mean size (µ*) and how much they differ (σ)",
};

/** What a sensitivity analysis says. */
export function sensitivityBlocks(result: SensitivityResult): Block[] {
  const { outcome, kind, indices, interactions, blocks, usedBlocks, rows, usedRows, note } = result;
  const thing = kind === "sobol" ? "block" : "trajectory";
  const things = kind === "sobol" ? "blocks" : "trajectories";
  const lost = blocks - usedBlocks;
  const found: Block[] = [
    { kind: "heading", text: `Sensitivity of ${outcome}` },
    {
      kind: "text",
      text: `From ${countOf(usedBlocks, thing, things)} of ${formatNumber(blocks)}: ${formatNumber(usedRows)} of ${countOf(rows, "job")} of the design. ${lost === 0 ? "All are complete." : `Where a job has no outcome, the whole ${thing} is left out.`}`,
    },
  ];
  if (note !== null) found.push({ kind: "note", tone: "warning", text: note });
  found.push(
    figure(sensitivityChart(result), { caption: captionOf(result), isWide: true }),
    tableBlock(indices, { caption: captionOf(result) }),
  );
  if (interactions !== null) {
    found.push(
      tableBlock(interactions, {
        caption: `What pairs of parameters explain of ${outcome} only together (S2)`,
      }),
    );
  }
  return found;
}

/** The parameters that matter most, in a sentence. */
export function sensitivitySentence({ kind, indices, usedBlocks }: SensitivityResult): string {
  const measure = kind === "sobol" ? "st" : "mu_star";
  const rows = jsonRows(indices)
    .filter((row) => typeof row[measure] === "number")
    .sort((a, b) => Number(b[measure]) - Number(a[measure]))
    .slice(0, MOST_NAMED);
  const told = rows.map((row) => {
    const value = Number(row[measure]);
    return `${row.parameter} (${kind === "sobol" ? `ST ${formatShare(value)}` : `µ* ${formatNumber(value)}`})`;
  });
  if (told.length === 0) return "Its sensitivity could not be computed.";
  const from =
    kind === "sobol" ? countOf(usedBlocks, "block") : countOf(usedBlocks, "trajectory", "trajectories");
  return `By the sensitivity analysis, from ${from}, these matter most: ${listNames(told)}.`;
}

function captionOf({ kind, outcome }: SensitivityResult): string {
  return `${CAPTIONS[kind]}, for ${outcome}`;
}
