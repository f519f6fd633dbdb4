import type { Findings } from "../data/findings.ts";
import { type JsonRow, jsonRows } from "../data/json-rows.ts";
import type { Block, Section } from "../document/block.ts";
import { countOf } from "../text/count-of.ts";
import { formatNumber } from "../text/format-number.ts";
import { listNames } from "../text/list-names.ts";
import { gravestAlerts } from "./alerts-section.ts";
import { effectSentence } from "./effect-sentence.ts";
import { rankSentence } from "./rank-sentence.ts";
import { sensitivitySentence } from "./sensitivity-blocks.ts";
import { interactionSentence, nothingFoundSentence, untestedSentence } from "./study-sentences.ts";

const MOST_EFFECTS = 3;

/** What the dataset is, in a few numbers. */
export function summarySection(findings: Findings): Section {
  const { summary, outcomes, settings, sensitivity } = findings;
  const { jobs, statuses, previews, frames, annotations, generators, batchNames } = summary;
  const facts: [string, string][] = [["Jobs", formatNumber(jobs)]];
  for (const [status, count] of statuses)
    facts.push([`Jobs ${status === "in_progress" ? "in progress" : status}`, formatNumber(count)]);
  if (previews > 0) facts.push(["Previews", formatNumber(previews)]);
  if (frames !== null) facts.push(["Frames", formatNumber(frames)]);
  if (annotations !== null) facts.push(["Annotations", formatNumber(annotations)]);
  if (generators.length > 0) facts.push(["Generators", listNames(generators)]);
  if (batchNames.length > 0) facts.push(["Batches", listNames(batchNames)]);
  const blocks: Block[] = [{ kind: "facts", facts }];
  const lost = jobs - (new Map(statuses).get("completed") ?? 0);
  if (lost > 0) {
    const text = `${countOf(lost, "job")} of ${formatNumber(jobs)} ${lost === 1 ? "is" : "are"} not completed. They count where parameters are described, and are left out where labels or outcomes are.`;
    blocks.push({ kind: "note", tone: "warning", text });
  }
  for (const result of sensitivity.results) {
    blocks.push(
      { kind: "heading", text: `What matters for ${result.outcome}` },
      { kind: "text", text: sensitivitySentence(result) },
    );
    if (result.note !== null) blocks.push({ kind: "note", tone: "warning", text: `${result.note}.` });
  }
  // In a design for a sensitivity analysis, tests of effects do not hold.
  for (const studied of sensitivity.isDesign ? [] : outcomes) {
    const { outcome, factors, study } = studied;
    const levels = jsonRows(study.levels);
    const main = jsonRows(study.main).filter((row) => row.significant === true);
    const ordered = main.sort(
      (a, b) => factors.indexOf(String(a.factor)) - factors.indexOf(String(b.factor)),
    );
    blocks.push({ kind: "heading", text: `What changes ${outcome}` });
    const nothing = nothingFoundSentence(studied);
    if (nothing !== null) blocks.push({ kind: "text", text: nothing });
    const items = ordered.slice(0, MOST_EFFECTS).map((row) => {
      return {
        lead: String(row.factor),
        text: effectSentence(row, { outcome, levels, pairedBy: settings.pairedBy }),
      };
    });
    if (items.length > 0) blocks.push({ kind: "list", items });
    const ranked = rankSentence(jsonRows(study.main), { outcome, confidence: settings.confidence });
    for (const text of [ranked, interactionSentence(studied), untestedSentence(studied)])
      if (text !== null) blocks.push({ kind: "text", text });
  }
  const grave = alertItems(gravestAlerts(findings));
  if (grave.length > 0) {
    blocks.push({ kind: "heading", text: "What to be careful of" }, { kind: "list", items: grave });
  }
  return { id: "summary", title: "Summary", blocks };
}

/** An item for each kind of alert: the first of its messages, and how many more there are. */
function alertItems(alerts: readonly JsonRow[]): { lead: string; text: string }[] {
  const kinds = new Map<string, string[]>();
  for (const { alert, message } of alerts) {
    kinds.set(String(alert), [...(kinds.get(String(alert)) ?? []), String(message)]);
  }
  return Array.from(kinds, ([alert, messages]) => {
    const more = messages.length > 1 ? `, and ${formatNumber(messages.length - 1)} more like it` : "";
    return { lead: `${alert}:`, text: `${messages[0]}${more}.` };
  });
}
