import type { Findings } from "../data/findings.ts";
import type { Section } from "../document/block.ts";

/** The conventions of the statistics in the report. */
export function methodsSection({ methods }: Findings): Section {
  const items = methods.map(({ lead, text }) => ({ lead: `${lead}.`, text }));
  return { id: "methods", title: "Methods", blocks: [{ kind: "list", items }] };
}
