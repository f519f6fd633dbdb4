import type { ComparisonFindings } from "../data/compare-datasets.ts";
import type { Findings } from "../data/findings.ts";
import { type JsonRow, jsonRows } from "../data/json-rows.ts";
import type { Block, Section } from "../document/block.ts";
import { type ItemColumn, itemsBlock } from "../document/table-block.ts";
import { countOf } from "../text/count-of.ts";
import { formatNumber, formatShare } from "../text/format-number.ts";
import { designBlocks } from "./design-blocks.ts";
import { driftFigures } from "./drift-figures.ts";

const MOST = 60;

const COLUMNS: readonly ItemColumn<JsonRow>[] = [
  ["column", "text", (row) => row.column],
  ["drifted", "text", (row) => row.drifted],
  ["test", "text", (row) => String(row.test ?? "–").replaceAll("_", " ")],
  ["statistic", "number", (row) => row.statistic],
  ["p corrected", "p", (row) => row.p_adjusted],
  ["effect", "number", (row) => row.effect_size],
  [
    "of",
    "text",
    ({ effect }) => (effect === "cohens_d" ? "Cohen's d" : effect === "cramers_v" ? "Cramér's V" : "–"),
  ],
  ["PSI", "number", (row) => row.psi],
  ["mean, reference", "number", (row) => row.mean_reference],
  ["mean, here", "number", (row) => row.mean_current],
  ["missing, reference", "share", (row) => row.missing_share_reference],
  ["missing, here", "share", (row) => row.missing_share_current],
  ["note", "text", (row) => row.note],
];

/** How the dataset differs from another one, or from the design. */
export function comparisonSection({ comparison }: Findings): Section {
  const blocks =
    comparison === null
      ? [
          {
            kind: "text" as const,
            text: "Nothing to compare to was given. Pass another dataset or the design as compare, or give its path as --compare on the command line.",
          },
        ]
      : comparisonBlocks(comparison);
  return { id: "comparison", title: "Comparison", blocks };
}

function comparisonBlocks(comparison: ComparisonFindings): Block[] {
  const { kind, distributions } = comparison;
  const { columns, driftedShare, drifted, referenceRows, currentRows } = distributions;
  const rows = jsonRows(columns);
  const judged = rows.filter((row) => row.drifted !== null);
  const different = judged.filter((row) => row.drifted === true);
  const other =
    kind === "design"
      ? `the design of ${countOf(referenceRows, "row")}`
      : `another dataset of ${countOf(referenceRows, "job")}, the reference`;
  const verdict =
    judged.length === 0
      ? "No column could be compared."
      : `${formatNumber(different.length)} of ${countOf(judged.length, "column")} (${formatShare(driftedShare ?? 0)}) ${different.length === 1 ? "has" : "have"} drifted${drifted ? ": the datasets differ as a whole" : ""}.`;
  return [
    {
      kind: "text",
      text: `${countOf(currentRows, kind === "design" ? "completed job" : "job")} here ${currentRows === 1 ? "is" : "are"} compared to ${other}. ${verdict} A difference that is sure (a small p) need not be large: see the effect.`,
    },
    ...designBlocks(comparison),
    itemsBlock(rows, { caption: "Columns of the two, compared one by one", columns: COLUMNS, most: MOST }),
    ...driftFigures(comparison),
  ];
}
