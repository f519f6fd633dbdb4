import { takeRows } from "../../tables/take-rows.ts";
import { compareHistogram } from "../charts/compare-histogram.ts";
import { driftChart } from "../charts/drift-chart.ts";
import type { ComparisonFindings } from "../data/compare-datasets.ts";
import { jsonRows } from "../data/json-rows.ts";
import type { FigureBlock } from "../document/block.ts";
import { figure } from "../document/figure.ts";
import { isSame } from "./is-same.ts";

const MOST = 6;
const KINDS = ["numeric", "boolean", "categorical"];

/** How far columns drifted, and the distributions of those that did. */
export function driftFigures({ kind, distributions, reference, current }: ComparisonFindings): FigureBlock[] {
  const of = kind === "design" ? "the design" : "the reference";
  const rows = jsonRows(distributions.columns);
  const told = rows.flatMap((row, i) => (row.effect_size === null || isSame(row) ? [] : [i]));
  if (told.length === 0) return [];
  const drifted = rows
    .filter((row) => row.drifted === true && KINDS.includes(String(row.kind)) && row.effect_size !== null)
    .sort((a, b) => Math.abs(Number(b.effect_size)) - Math.abs(Number(a.effect_size)));
  return [
    figure(driftChart({ columns: takeRows(distributions.columns, told) }), {
      caption: "How large the difference of each column is, and what was tested",
      isWide: true,
    }),
    ...drifted.slice(0, MOST).map(({ column }) => {
      const name = String(column);
      return figure(compareHistogram(reference, current, { column: name, names: [of, "here"] }), {
        caption: `Distribution of ${name} in ${of} and here`,
      });
    }),
  ];
}
