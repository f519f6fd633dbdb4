import { interactionChart } from "../charts/interaction-chart.ts";
import { jsonRows } from "../data/json-rows.ts";
import type { OutcomeFindings } from "../data/study-outcomes.ts";
import type { Block } from "../document/block.ts";
import { figure } from "../document/figure.ts";
import { itemsBlock } from "../document/table-block.ts";
import { formatNumber } from "../text/format-number.ts";
import { degreesText } from "./degrees-text.ts";

const MOST_INTERACTIONS = 2;

/** Which pairs of factors act on an outcome otherwise than each alone. */
export function interactionBlocks({ outcome, factors, crossed, study }: OutcomeFindings): Block[] {
  const rows = jsonRows(study.interactions).sort((a, b) => Number(a.p_value ?? 2) - Number(b.p_value ?? 2));
  if (rows.length === 0) return [];
  if (rows.every((row) => row.f === null)) {
    return [
      {
        kind: "text",
        text: "Interactions of parameters cannot be tested: there are too few jobs for each pair of levels.",
      },
    ];
  }
  const some =
    crossed.length < factors.length
      ? ` among the ${formatNumber(crossed.length)} parameters that explain most`
      : "";
  const table = itemsBlock(rows, {
    caption: `Interactions of pairs of parameters on ${outcome}${some}, the least likely by chance first`,
    columns: [
      ["parameter", "text", (row) => row.factor_a],
      ["with", "text", (row) => row.factor_b],
      ["jobs", "number", (row) => row.count],
      ["F", "number", (row) => row.f],
      ["df", "number", ({ df_interaction: between, df_within: within }) => degreesText(between, within)],
      ["p", "p", (row) => row.p_value],
      ["p corrected", "p", (row) => row.p_adjusted],
      ["η²", "number", (row) => row.eta_squared],
      ["partial η²", "number", (row) => row.partial_eta_squared],
    ],
    most: 15,
  });
  const charts = rows
    .filter((row) => row.significant === true)
    .slice(0, MOST_INTERACTIONS)
    .map(({ factor_a: a, factor_b: b }) =>
      figure(interactionChart(study.cells, { outcome, factors: [String(a), String(b)] }), {
        caption: `Mean of ${outcome} by ${a} and ${b}: lines that are not parallel show that the one changes what the other does`,
      }),
    );
  return [table, ...charts];
}
