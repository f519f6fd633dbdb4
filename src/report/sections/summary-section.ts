import type { Findings } from "../data/findings.ts";
import type { Block, Section } from "../document/block.ts";
import { countOf } from "../text/count-of.ts";
import { formatNumber } from "../text/format-number.ts";
import { listNames } from "../text/list-names.ts";

/** What the dataset is, in a few numbers. */
export function summarySection({ summary }: Findings): Section {
  const { jobs, statuses, previews, frames, annotations, generators, batchNames } = summary;
  const facts: [string, string][] = [["Jobs", formatNumber(jobs)]];
  for (const [status, count] of statuses)
    facts.push([`Jobs ${status.replaceAll("_", " ")}`, formatNumber(count)]);
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
  return { id: "summary", title: "Summary", blocks };
}
