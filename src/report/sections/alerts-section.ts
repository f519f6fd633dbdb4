import type { Findings } from "../data/findings.ts";
import { type JsonRow, jsonRows } from "../data/json-rows.ts";
import type { Block, Section } from "../document/block.ts";
import { itemsBlock } from "../document/table-block.ts";
import { formatNumber } from "../text/format-number.ts";
import { listNames } from "../text/list-names.ts";
import { type ExpectedAlert, expectedAlert } from "./expected-alert.ts";

const MOST = 40;

const UNLISTED = {
  constant: "parameters which the design holds constant are constant or not specified",
  designed: "parameters are spread evenly",
  measured: "measures of labels go along with parameters or with each other",
} satisfies Partial<Record<ExpectedAlert, string>>;

/** What to be careful of in the tables and labels. */
export function alertsSection(findings: Findings): Section {
  const all = jsonRows(findings.alerts);
  const expected = all.map((row) => expectedAlert(row, findings));
  const rows = all.filter((_, i) => expected[i] === null);
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
  const unlabelled = all.filter((_, i) => expected[i] === "unlabelled").map(({ column }) => String(column));
  if (unlabelled.length > 0)
    blocks.push({ kind: "text", text: `No job has labels for: ${listNames(unlabelled)}.` });
  const others = Object.entries(UNLISTED).flatMap(([reason, told]) => {
    const count = expected.filter((each) => each === reason).length;
    return count === 0 ? [] : [`${told} (${formatNumber(count)})`];
  });
  if (others.length > 0) {
    const text = `Not listed, but in the JSON: alerts that ${others.join("; that ")}.`;
    blocks.push({ kind: "text", text });
  }
  return { id: "alerts", title: "Alerts", blocks };
}

/** Alerts that need a look, the most severe first: what is wrong, or may mislead. */
export function gravestAlerts(findings: Findings): JsonRow[] {
  return jsonRows(findings.alerts).filter(
    (row) => row.severity !== "info" && expectedAlert(row, findings) === null,
  );
}

function nameOf({ column, other_column: other, label }: JsonRow): string {
  const names = [column, other, label].filter((name) => name !== null && name !== undefined);
  return names.length === 0 ? "–" : names.join(", ");
}
