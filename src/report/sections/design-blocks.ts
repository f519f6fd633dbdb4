import { frequencies } from "../../stats/describe/frequencies.ts";
import type { ComparisonFindings } from "../data/compare-datasets.ts";
import type { Block } from "../document/block.ts";
import { tableBlock } from "../document/table-block.ts";
import { countOf } from "../text/count-of.ts";

/** What became of the rows of a design, where the comparison is to one. */
export function designBlocks({ design, note }: ComparisonFindings): Block[] {
  if (note !== null) return [{ kind: "note", tone: "warning", text: note }];
  if (design === null) return [];
  const { table, drift } = design;
  const blocks: Block[] = [
    tableBlock(frequencies(table, { column: "status" }), {
      caption: "What became of the rows of the design",
      columns: [
        ["value", "status"],
        ["count", "rows", "number"],
        ["share", "share", "share"],
      ],
    }),
  ];
  const count = drift.numRows();
  if (count === 0) {
    return [
      ...blocks,
      { kind: "text", text: "Every parameter of the completed jobs came back as it was requested." },
    ];
  }
  return [
    ...blocks,
    {
      kind: "note",
      tone: "warning",
      text: `${countOf(count, "value")} of the completed jobs came back otherwise than requested.`,
    },
    tableBlock(frequencies(drift, { column: "parameter" }), {
      caption: "Parameters that came back otherwise",
      columns: [
        ["value", "parameter"],
        ["count", "values", "number"],
      ],
    }),
    tableBlock(drift, { caption: "Values that came back otherwise", most: 20 }),
  ];
}
