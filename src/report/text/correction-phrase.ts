import type { Correction } from "../../stats/tests/adjust-p-values.ts";

const PHRASES: Readonly<Record<Correction, string>> = {
  holm: "corrected by Holm's method",
  bonferroni: "corrected by Bonferroni's method",
  benjaminiHochberg: "corrected by the method of Benjamini and Hochberg",
  none: "not corrected",
};

/** How p-values are corrected, as the end of a sentence. */
export function correctionPhrase(correction: Correction): string {
  return PHRASES[correction];
}
