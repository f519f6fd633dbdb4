import type { Findings } from "../data/findings.ts";
import type { Block, Section } from "../document/block.ts";
import { listNames } from "../text/list-names.ts";
import { outcomeBlocks } from "./outcome-blocks.ts";
import { sensitivityBlocks } from "./sensitivity-blocks.ts";

const DEPENDENT: Block = {
  kind: "note",
  tone: "warning",
  text: "The jobs are rows of a design for a sensitivity analysis, which are not independent of each other: the tests and intervals below do not hold, and means and curves are no more than a picture. What holds is the sensitivity analysis.",
};

/** What the parameters of the sweep do to its outcomes. */
export function effectsSection(findings: Findings): Section {
  const { settings, outcomes, parameters, labelled, columns, sensitivity } = findings;
  const blocks: Block[] = [];
  if (settings.outcomes.length === 0) {
    const candidates = [...columns.summaries, ...labelled.measures];
    const such = candidates.length === 0 ? "" : ` Columns to choose from: ${listNames(candidates)}.`;
    blocks.push({
      kind: "text",
      text: `No outcome was named, so that no effects were studied. Name what the sweep was made for as outcome, or with --outcome on the command line.${such}`,
    });
  } else if (outcomes.length === 0) {
    blocks.push({ kind: "text", text: "No parameter varies, so that there are no effects to study." });
  }
  for (const result of sensitivity.results) blocks.push(...sensitivityBlocks(result));
  for (const text of sensitivity.problems) blocks.push({ kind: "note", tone: "warning", text });
  for (const outcome of outcomes) {
    const [heading, ...rest] = outcomeBlocks(outcome, settings, parameters);
    if (heading !== undefined) blocks.push(heading);
    if (sensitivity.isDesign) blocks.push(DEPENDENT);
    blocks.push(...rest);
  }
  return { id: "effects", title: "Sweep effects", blocks };
}
