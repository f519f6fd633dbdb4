import type { ComparisonFindings } from "../data/compare-datasets.ts";
import { type JsonRow, jsonRows } from "../data/json-rows.ts";
import type { Block, Section } from "../document/block.ts";
import { type ItemColumn, itemsBlock } from "../document/table-block.ts";
import { countOf } from "../text/count-of.ts";
import { formatNumber, formatShare } from "../text/format-number.ts";
import { listNames } from "../text/list-names.ts";
import { designBlocks } from "./design-blocks.ts";
import { driftFigures } from "./drift-figures.ts";
import { isSame } from "./is-same.ts";

const MOST = 60;

const TESTS: Readonly<Record<string, string>> = {
  ks: "KS",
  chi_squared: "χ²",
  wasserstein: "Wasserstein",
  jensen_shannon: "Jensen-Shannon",
};
const EFFECTS: Readonly<Record<string, string>> = { cohens_d: "d", cramers_v: "V" };

const COLUMNS: readonly ItemColumn<JsonRow>[] = [
  ["column", "text", (row) => row.column],
  ["drifted", "text", (row) => row.drifted],
  ["test", "text", (row) => TESTS[String(row.test)]],
  ["statistic", "number", (row) => row.statistic],
  ["p corrected", "p", (row) => row.p_adjusted],
  ["effect", "number", effectOf],
  ["PSI", "number", (row) => row.psi],
  ["mean there", "number", (row) => row.mean_reference],
  ["mean here", "number", (row) => row.mean_current],
];
const MISSING: readonly ItemColumn<JsonRow>[] = [
  ["missing there", "share", (row) => row.missing_share_reference],
  ["missing here", "share", (row) => row.missing_share_current],
];
const NOTE: ItemColumn<JsonRow> = ["note", "long", (row) => row.note];

/** How the dataset differs from another one, or from the design. */
export function comparisonSection(comparison: ComparisonFindings): Section {
  return { id: "comparison", title: "Comparison", blocks: comparisonBlocks(comparison) };
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
    ...columnBlocks(rows),
    ...driftFigures(comparison),
  ];
}

/** The columns with something to tell, those that differ most first; the others are only named. */
function columnBlocks(rows: readonly JsonRow[]): Block[] {
  const same = rows.filter(isSame);
  const told = rows.filter((row) => !same.includes(row)).sort((a, b) => weightOf(b) - weightOf(a));
  const areMissing = told.some(
    (row) => Number(row.missing_share_reference) + Number(row.missing_share_current) > 0,
  );
  const blocks: Block[] = [];
  if (told.length > 0) {
    blocks.push(
      itemsBlock(told, {
        caption:
          "Columns there (the reference) and here, those that differ most first; effects are Cohen's d or Cramér's V",
        columns: [
          ...COLUMNS,
          ...(areMissing ? MISSING : []),
          ...(told.some((row) => row.note !== null) ? [NOTE] : []),
        ],
        most: MOST,
      }),
    );
  }
  if (same.length > 0) {
    const names = listNames(same.map((row) => String(row.column)));
    blocks.push({ kind: "text", text: `The same single value there and here: ${names}.` });
  }
  return blocks;
}

function weightOf(row: JsonRow): number {
  const size = typeof row.effect_size === "number" ? Math.min(Math.abs(row.effect_size), 100) : -1;
  return (row.drifted === true ? 1000 : 0) + size;
}

function effectOf({ effect, effect_size: size }: JsonRow): string | null {
  return typeof size === "number" ? `${EFFECTS[String(effect)] ?? ""} ${formatNumber(size)}` : null;
}
