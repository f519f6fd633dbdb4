import type { Findings } from "../data/findings.ts";
import { type JsonRow, jsonRows } from "../data/json-rows.ts";
import type { Block, Section } from "../document/block.ts";
import { itemsBlock } from "../document/table-block.ts";
import { countOf } from "../text/count-of.ts";

const MOST = 40;

/** What to be careful of in the tables and labels. */
export function alertsSection(findings: Findings): Section {
  const all = jsonRows(findings.alerts);
  const rows = all.filter((row) => !isOfConstant(row, findings));
  const blocks: Block[] = [];
  if (rows.length === 0) {
    blocks.push({ kind: "text", text: "Nothing in the jobs and labels calls for attention." });
  } else {
    blocks.push(
      itemsBlock(rows, {
        caption: "Alerts about completed jobs and their labels, the most severe first",
        columns: [
          ["alert", "text", (row) => row.alert],
          ["severity", "text", (row) => row.severity],
          ["of", "text", nameOf],
          ["what", "long", (row) => row.message],
          ["value", "number", (row) => row.value],
          ["threshold", "number", (row) => row.threshold],
        ],
        most: MOST,
      }),
    );
  }
  const constant = all.length - rows.length;
  if (constant > 0) {
    const text = `${countOf(constant, "alert is", "alerts are")} not listed: they say that parameters which the design holds constant are constant or not specified.`;
    blocks.push({ kind: "text", text });
  }
  return { id: "alerts", title: "Alerts", blocks };
}

/** Alerts that need a look, the most severe first: what is wrong, or may mislead. */
export function gravestAlerts(findings: Findings): JsonRow[] {
  return jsonRows(findings.alerts).filter((row) => row.severity !== "info" && !isOfConstant(row, findings));
}

/** Whether an alert says no more than that a parameter does not vary, which the parameters' section tells. */
function isOfConstant({ alert, column }: JsonRow, { parameters }: Findings): boolean {
  return (alert === "CONSTANT" || alert === "MISSING") && parameters.constant.includes(String(column));
}

function nameOf({ column, other_column: other, label }: JsonRow): string {
  const names = [column, other, label].filter((name) => name !== null && name !== undefined);
  return names.length === 0 ? "–" : names.join(", ");
}
