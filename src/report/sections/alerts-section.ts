import type { Findings } from "../data/findings.ts";
import { type JsonRow, jsonRows } from "../data/json-rows.ts";
import type { Section } from "../document/block.ts";
import { itemsBlock } from "../document/table-block.ts";

/** What to be careful of in the tables and labels. */
export function alertsSection({ alerts }: Findings): Section {
  const rows = jsonRows(alerts);
  if (rows.length === 0) {
    const text = "Nothing in the jobs and labels calls for attention.";
    return { id: "alerts", title: "Alerts", blocks: [{ kind: "text", text }] };
  }
  return {
    id: "alerts",
    title: "Alerts",
    blocks: [
      {
        kind: "text",
        text: "What is unusual, not what is wrong: a parameter that a design holds constant is meant to be constant.",
      },
      itemsBlock(rows, {
        caption: "Alerts about jobs and labels, the most severe first",
        columns: [
          ["alert", "text", (row: JsonRow) => row.alert],
          ["severity", "text", (row) => row.severity],
          ["column", "text", (row) => row.column],
          ["value", "number", (row) => row.value],
          ["threshold", "number", (row) => row.threshold],
          ["what", "text", (row) => row.message],
        ],
        most: 40,
      }),
    ],
  };
}
