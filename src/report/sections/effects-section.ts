import type { Findings } from "../data/findings.ts";
import type { Block, Section } from "../document/block.ts";
import { listNames } from "../text/list-names.ts";
import { outcomeBlocks } from "./outcome-blocks.ts";
import { sensitivityBlocks } from "./sensitivity-blocks.ts";

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
  for (const outcome of outcomes) blocks.push(...outcomeBlocks(outcome, settings, parameters));
  if (sensitivity !== null) blocks.push(...sensitivityBlocks(sensitivity));
  return { id: "effects", title: "Sweep effects", blocks };
}
