import type { Correction } from "../../stats/tests/adjust-p-values.ts";
import { effectsForest } from "../charts/effects-forest.ts";
import { interactionChart } from "../charts/interaction-chart.ts";
import { responseCurveChart } from "../charts/response-curve-chart.ts";
import type { ParameterFindings } from "../data/describe-parameters.ts";
import { type JsonRow, jsonRows } from "../data/json-rows.ts";
import type { ReportSettings } from "../data/report-settings.ts";
import type { OutcomeFindings } from "../data/study-outcomes.ts";
import type { Block } from "../document/block.ts";
import { figure } from "../document/figure.ts";
import { type ItemColumn, itemsBlock, tableBlock } from "../document/table-block.ts";
import { correctionPhrase } from "../text/correction-phrase.ts";
import { countOf } from "../text/count-of.ts";
import { formatNumber, formatShare } from "../text/format-number.ts";
import { listNames } from "../text/list-names.ts";
import { effectSentence } from "./effect-sentence.ts";
import { rankSentence } from "./rank-sentence.ts";

const MOST_CURVES = 6;
const MOST_INTERACTIONS = 2;
const MOST_SENTENCES = 6;

const MAIN: readonly ItemColumn<JsonRow>[] = [
  ["parameter", "text", (row) => row.factor],
  ["levels", "number", (row) => row.levels],
  ["jobs", "number", (row) => row.count],
  ["F", "number", (row) => row.f],
  ["df", "number", (row) => degreesOf(row)],
  ["p", "p", (row) => row.p_adjusted],
  ["η²", "number", (row) => row.eta_squared],
  ["ω²", "number", (row) => row.omega_squared],
  ["rank test p", "p", (row) => row.kruskal_p_adjusted],
];
const TRENDS: readonly ItemColumn<JsonRow>[] = [
  ["parameter", "text", (row) => row.factor],
  ["change for 1 more", "number", (row) => row.trend_slope],
  ["interval", "number", ({ trend_low: low, trend_high: high }) => intervalOf(low, high)],
  ["p", "p", (row) => row.trend_p_adjusted],
];

/** What is known of the effects of parameters on one outcome. */
export function outcomeBlocks(
  findings: OutcomeFindings,
  settings: ReportSettings,
  { varying }: Pick<ParameterFindings, "varying">,
): Block[] {
  const { outcome, factors, study } = findings;
  const { confidence, correction, pairedBy } = settings;
  const main = inOrder(jsonRows(study.main), factors);
  const significant = main.filter((row) => row.significant === true);
  const percent = formatShare(confidence);
  const blocks: Block[] = [
    { kind: "heading", text: `Effects on ${outcome}` },
    {
      kind: "text",
      text: [
        `${countOf(study.count, "job has", "jobs have")} a value of ${outcome}, ${countOf(study.missing, "has", "have")} none`,
        study.infinite > 0 ? ` and ${formatNumber(study.infinite)} an infinite one` : "",
        `. ${countOf(factors.length, "parameter was", "parameters were")} studied. Values of p are ${correctionPhrase(correction)}, and intervals have a confidence of ${percent}.`,
        pairedBy.length > 0 ? ` Effects are those within jobs of the same ${listNames(pairedBy)}.` : "",
        leftOut(varying, factors, pairedBy),
      ].join(""),
    },
  ];
  if (significant.length === 0) {
    blocks.push({ kind: "text", text: "No effect on the mean is significant after the correction." });
  } else {
    blocks.push({
      kind: "list",
      items: significant.slice(0, MOST_SENTENCES).map((row) => {
        return {
          lead: `${row.factor}`,
          text: effectSentence(row, { outcome, levels: jsonRows(study.levels) }),
        };
      }),
    });
  }
  const ranked = rankSentence(main, { outcome, confidence });
  if (ranked !== null) blocks.push({ kind: "text", text: ranked });
  blocks.push(
    itemsBlock(main, {
      caption: `Main effects on ${outcome}, the parameter that explains most first; p ${correctionPhrase(correction)}`,
      columns: MAIN,
    }),
    ...trendBlocks(main, { outcome, correction }),
    figure(effectsForest(study, { outcome }), {
      caption: `How far the mean of ${outcome} at each level is from the mean of all, with ${percent} intervals. Diamonds are significant after correction.`,
      numbers: tableBlock(study.levels, { caption: `Means and effects of levels on ${outcome}` }),
      isWide: true,
    }),
    ...curveBlocks(findings, percent),
    ...interactionBlocks(findings),
  );
  if (study.pairs !== null) {
    blocks.push(
      figure(effectsForest(study, { outcome, show: "pairs" }), {
        caption: `Differences of ${outcome} between levels, among jobs of the same base, with ${percent} intervals`,
        numbers: tableBlock(study.pairs, { caption: `Paired differences of ${outcome}` }),
        isWide: true,
      }),
    );
  }
  return blocks;
}

function trendBlocks(
  main: readonly JsonRow[],
  { outcome, correction }: { outcome: string; correction: Correction },
): Block[] {
  const rows = main.filter((row) => row.trend_slope !== null);
  if (rows.length === 0) return [];
  const caption = `Straight trends of ${outcome} along parameters of numbers; p ${correctionPhrase(correction)}`;
  return [itemsBlock(rows, { caption, columns: TRENDS })];
}

function curveBlocks({ outcome, curves }: OutcomeFindings, percent: string): Block[] {
  const drawn = curves.slice(0, MOST_CURVES).map(({ factor, curve }) =>
    figure(responseCurveChart(curve, { outcome, factor }), {
      caption: `Mean of ${outcome} by ${factor}, with ${percent} intervals of the mean`,
      numbers: tableBlock(curve, { caption: `${outcome} by ${factor}` }),
    }),
  );
  const more = curves.slice(MOST_CURVES).map(({ factor }) => factor);
  if (more.length === 0) return drawn;
  return [
    ...drawn,
    {
      kind: "text",
      text: `Not drawn, because they explain least: ${listNames(more)}. Their numbers are in the JSON.`,
    },
  ];
}

function interactionBlocks({ outcome, factors, crossed, study }: OutcomeFindings): Block[] {
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

function leftOut(varying: readonly string[], factors: readonly string[], bases: readonly string[]): string {
  const left = varying.filter((name) => !factors.includes(name) && !bases.includes(name));
  return left.length === 0 ? "" : ` Not studied: ${listNames(left)}.`;
}

function inOrder(rows: readonly JsonRow[], factors: readonly string[]): JsonRow[] {
  return [...rows].sort((a, b) => factors.indexOf(String(a.factor)) - factors.indexOf(String(b.factor)));
}

function degreesOf({ df_between: between, df_within: within }: JsonRow): string | null {
  return degreesText(between, within);
}

function degreesText(between: unknown, within: unknown): string | null {
  return typeof between === "number" && typeof within === "number"
    ? `${formatNumber(between)}, ${formatNumber(within)}`
    : null;
}

function intervalOf(low: unknown, high: unknown): string | null {
  return typeof low === "number" && typeof high === "number"
    ? `${formatNumber(low)} to ${formatNumber(high)}`
    : null;
}
