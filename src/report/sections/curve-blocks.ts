import { responseCurveChart } from "../charts/response-curve-chart.ts";
import { jsonRows } from "../data/json-rows.ts";
import type { OutcomeFindings } from "../data/study-outcomes.ts";
import type { Block } from "../document/block.ts";
import { figure } from "../document/figure.ts";
import { tableBlock } from "../document/table-block.ts";
import { listNames } from "../text/list-names.ts";

const MOST_CURVES = 6;

/**
 * How an outcome answers to the factors that explain most; one that has a single level shows nothing.
 *
 * @param study The confidence of bands, as text, and whether effects are those within bases.
 */
export function curveBlocks(
  { outcome, study, curves }: OutcomeFindings,
  { percent, isPaired }: { percent: string; isPaired: boolean },
): Block[] {
  const pooled = isPaired ? ", over jobs of all bases: not paired, unlike the effects above" : "";
  const known = jsonRows(study.main).filter(({ eta_squared: eta }) => eta !== null);
  const factors = known.map(({ factor }) => String(factor));
  const shown = curves.filter(({ factor, curve }) => curve.numRows() > 1 && factors.includes(factor));
  const drawn = shown.slice(0, MOST_CURVES).map(({ factor, curve }) =>
    figure(responseCurveChart(curve, { outcome, factor }), {
      caption: `Mean of ${outcome} by ${factor}, with ${percent} intervals of the mean${pooled}`,
      numbers: tableBlock(curve, { caption: `${outcome} by ${factor}` }),
    }),
  );
  const more = shown.slice(MOST_CURVES).map(({ factor }) => factor);
  if (more.length === 0) return drawn;
  return [
    ...drawn,
    {
      kind: "text",
      text: `Not drawn, because they explain least: ${listNames(more)}. Their numbers are in the JSON.`,
    },
  ];
}
