import { LIBRARY_VERSION } from "../../util/library-version.ts";
import type { Findings } from "../data/findings.ts";
import type { ReportDocument } from "../document/block.ts";
import { countOf } from "../text/count-of.ts";
import { listNames } from "../text/list-names.ts";
import { alertsSection } from "./alerts-section.ts";
import { comparisonSection } from "./comparison-section.ts";
import { effectsSection } from "./effects-section.ts";
import { labelsSection } from "./labels-section.ts";
import { methodsSection } from "./methods-section.ts";
import { parametersSection } from "./parameters-section.ts";
import { problemsSection } from "./problems-section.ts";
import { provenanceSection } from "./provenance-section.ts";
import { shownOutcome } from "./shown-outcome.ts";
import { summarySection } from "./summary-section.ts";

/** What was found, put into words, tables and charts. */
export function toDocument(found: Findings): ReportDocument {
  const findings = { ...found, outcomes: found.outcomes.map(shownOutcome) };
  const { jobs, frames, generators } = findings.summary;
  const counts =
    frames === null ? countOf(jobs, "job") : `${countOf(jobs, "job")}, ${countOf(frames, "frame")}`;
  return {
    title: findings.title,
    subtitle: generators.length === 0 ? counts : `${counts} of ${listNames(generators, 3)}`,
    sections: [
      summarySection(findings),
      parametersSection(findings),
      labelsSection(findings),
      effectsSection(findings),
      ...(findings.comparison === null ? [] : [comparisonSection(findings.comparison)]),
      alertsSection(findings),
      problemsSection(findings),
      provenanceSection(findings),
      methodsSection(findings),
    ],
    footer: `Made by infinity-frames ${LIBRARY_VERSION}.`,
  };
}
