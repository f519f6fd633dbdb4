import { correctionPhrase } from "../text/correction-phrase.ts";
import { formatNumber, formatShare } from "../text/format-number.ts";
import type { Findings, Method } from "./findings.ts";
import { SENSITIVITY_SEED } from "./study-sensitivity.ts";

const DESCRIPTION: readonly Method[] = [
  {
    lead: "Descriptions",
    text: "Standard deviations have n − 1, skewness and kurtosis are corrected for bias (G1, G2), quantiles are of type 7 (R, numpy). Missing values (null, NaN) are left out and counted; infinite ones are left out of moments.",
  },
  {
    lead: "Histograms",
    text: "Bins are closed below and open above, the last one closed. Their number is the larger of those by Sturges and by Freedman and Diaconis, 50 at most.",
  },
];
const LABELS: readonly Method[] = [
  {
    lead: "Labels",
    text: "Sizes, positions, occlusion and field of view are those of persons, or of all categories where there is no person. The relative size is the square root of the share of the image that the box covers. Occlusion and field of view are percentages of an instance.",
  },
];
const COMPARISON: readonly Method[] = [
  {
    lead: "Drift",
    text: "Up to 1,000 reference values, numbers by Kolmogorov and Smirnov's test and others by the chi-squared test, at a corrected p of 0.05; of more, by Wasserstein's distance in standard deviations of the reference, or Jensen and Shannon's, from 0.1. The whole has drifted when half of the columns have.",
  },
  {
    lead: "Effect sizes",
    text: "Cohen's d for numbers (0.2 is small, 0.8 large), Cramér's V for others. The population stability index (PSI) is over ten bins with as many reference values each; an empty bin counts as 0.0001.",
  },
];

/** The conventions of the statistics that a report has. */
export function listMethods({
  settings,
  outcomes,
  labels,
  comparison,
  sensitivity,
}: Omit<Findings, "methods">): Method[] {
  const { confidence, correction, pairedBy } = settings;
  const methods = [...DESCRIPTION];
  const seed = settings.sensitivity === null ? `, drawn with the seed ${SENSITIVITY_SEED}` : "";
  if (labels !== null) methods.push(...LABELS);
  if (outcomes.length > 0) {
    methods.push(
      {
        lead: "Effects",
        text:
          pairedBy.length === 0
            ? "Each parameter alone: one-way analysis of variance (F, η², ω²) and Kruskal and Wallis's rank test. η² is the share of the variation between levels, ω² the same without what chance adds."
            : "Each parameter in blocks of jobs with a common base: analysis of variance of randomised blocks (F, η² and ω² of the variation within bases), Hodges and Lehmann's test of aligned ranks, paired t tests of levels.",
      },
      {
        lead: "Trends",
        text: "The line of least squares through the numbers of a parameter, with the interval of Student's t for its slope. Levels of parameters with many different numbers are bins with about as many jobs each.",
      },
      {
        lead: "Intervals and tests",
        text: `Intervals have a confidence of ${formatShare(confidence)}, each for itself. The p-values of each kind of test are one family, ${correctionPhrase(correction)}; significant is a p of ${formatNumber(1 - confidence)} at most.`,
      },
      {
        lead: "Interactions",
        text: "The fit of a mean for each pair of levels against that of the sum of both parameters, by an F test.",
      },
    );
  }
  for (const kind of new Set(sensitivity.results.map((result) => result.kind))) {
    methods.push(
      kind === "sobol"
        ? {
            lead: "Sensitivity",
            text: `Sobol' indices by Saltelli's estimators; intervals by resampling whole blocks of the design${seed}.`,
          }
        : {
            lead: "Sensitivity",
            text: `Elementary effects by Morris; intervals by resampling whole trajectories${seed}.`,
          },
    );
  }
  if (comparison !== null) methods.push(...COMPARISON);
  methods.push({
    lead: "Associations",
    text: "Pearson's correlation of numbers, Cramér's V of texts, the correlation ratio of a number and a text, over the jobs that have both.",
  });
  return methods;
}
