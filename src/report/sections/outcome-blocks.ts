import type { EffectsStudy } from "../../stats/effects/effects.ts";
import type { Correction } from "../../stats/tests/adjust-p-values.ts";
import { takeRows } from "../../tables/take-rows.ts";
import { effectsForest } from "../charts/effects-forest.ts";
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
import { curveBlocks } from "./curve-blocks.ts";
import { degreesText } from "./degrees-text.ts";
import { effectSentence } from "./effect-sentence.ts";
import { interactionBlocks } from "./interaction-blocks.ts";
import { rankSentence } from "./rank-sentence.ts";
import {
  countsSentence,
  interactionSentence,
  nothingFoundSentence,
  testedRows,
  untestedSentence,
} from "./study-sentences.ts";

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
const NOTE: ItemColumn<JsonRow> = ["note", "long", (row) => row.note];
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
  const { outcome, factors, study, missingCompleted } = findings;
  const { confidence, correction, pairedBy } = settings;
  const main = inOrder(jsonRows(study.main), factors);
  const significant = main.filter((row) => row.significant === true);
  const percent = formatShare(confidence);
  const blocks: Block[] = [
    { kind: "heading", text: `Effects on ${outcome}` },
    {
      kind: "text",
      text: [
        countsSentence(findings),
        ` ${countOf(testedRows(main).length, "parameter was", "parameters were")} tested. Values of p are ${correctionPhrase(correction)}, and intervals have a confidence of ${percent}.`,
        pairedBy.length > 0
          ? ` Effects are those within jobs of the same ${listNames(pairedBy)}, which is not studied itself.`
          : "",
        leftOut(varying, factors, [outcome, ...pairedBy]),
      ].join(""),
    },
  ];
  if (missingCompleted > 0) {
    const text = `${countOf(missingCompleted, "completed job lacks", "completed jobs lack")} ${outcome}. If it is missing for a reason that has to do with parameters, effects are not what they seem.`;
    blocks.push({ kind: "note", tone: "warning", text });
  }
  const nothing = nothingFoundSentence(findings);
  if (nothing !== null) blocks.push({ kind: "text", text: nothing });
  if (study.count === 0) return blocks;
  if (significant.length > 0) {
    blocks.push({
      kind: "list",
      items: significant.slice(0, MOST_SENTENCES).map((row) => {
        return {
          lead: `${row.factor}`,
          text: effectSentence(row, { outcome, levels: jsonRows(study.levels), pairedBy }),
        };
      }),
    });
  }
  const ranked = rankSentence(main, { outcome, confidence });
  for (const text of [ranked, interactionSentence(findings), untestedSentence(findings)])
    if (text !== null) blocks.push({ kind: "text", text });
  blocks.push(
    itemsBlock(main, {
      caption: `Main effects on ${outcome}, the parameter that explains most first; p ${correctionPhrase(correction)}`,
      columns: main.some(({ note }) => note !== null) ? [...MAIN, NOTE] : MAIN,
    }),
  );
  const drawn = drawnStudy(study);
  if (drawn.main.numRows() === 0) return blocks;
  blocks.push(
    ...trendBlocks(main, { outcome, correction }),
    figure(effectsForest(drawn, { outcome }), {
      caption: `How far the mean of ${outcome} at each level is from the mean of all, with ${percent} intervals. Diamonds are significant after correction.`,
      numbers: tableBlock(study.levels, { caption: `Means and effects of levels on ${outcome}` }),
      isWide: true,
    }),
    ...curveBlocks(findings, { percent, isPaired: pairedBy.length > 0 }),
    ...interactionBlocks(findings),
  );
  if (study.pairs !== null) {
    blocks.push(
      figure(effectsForest(drawn, { outcome, show: "pairs" }), {
        caption: `Differences of ${outcome} between levels, among jobs of the same base, with ${percent} intervals`,
        numbers: tableBlock(study.pairs, { caption: `Paired differences of ${outcome}` }),
        isWide: true,
      }),
    );
  }
  return blocks;
}

/** A study without the factors of which nothing can be drawn: they have one level, or explain nothing that is known. */
function drawnStudy(study: EffectsStudy): EffectsStudy {
  const known = jsonRows(study.main).flatMap(({ eta_squared: eta }, row) => (eta === null ? [] : [row]));
  return { ...study, main: takeRows(study.main, known) };
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

function leftOut(varying: readonly string[], factors: readonly string[], others: readonly string[]): string {
  const left = varying.filter((name) => !factors.includes(name) && !others.includes(name));
  return left.length === 0 ? "" : ` Not studied: ${listNames(left)}.`;
}

function inOrder(rows: readonly JsonRow[], factors: readonly string[]): JsonRow[] {
  return [...rows].sort((a, b) => factors.indexOf(String(a.factor)) - factors.indexOf(String(b.factor)));
}

function degreesOf({ df_between: between, df_within: within }: JsonRow): string | null {
  return degreesText(between, within);
}

function intervalOf(low: unknown, high: unknown): string | null {
  return typeof low === "number" && typeof high === "number"
    ? `${formatNumber(low)} to ${formatNumber(high)}`
    : null;
}
