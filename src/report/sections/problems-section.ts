import { frequencies } from "../../stats/describe/frequencies.ts";
import type { Findings } from "../data/findings.ts";
import type { Section } from "../document/block.ts";
import { tableBlock } from "../document/table-block.ts";
import { countOf } from "../text/count-of.ts";

/** What of the files could not be read as promised. */
export function problemsSection({ source: { problems } }: Findings): Section {
  const count = problems.numRows();
  if (count === 0) {
    const text = "Every file was read as promised: the table problems has no rows.";
    return { id: "problems", title: "Problems", blocks: [{ kind: "text", text }] };
  }
  return {
    id: "problems",
    title: "Problems",
    blocks: [
      {
        kind: "note",
        tone: "warning",
        text: `${countOf(count, "thing")} could not be read as promised. What is missing is missing in all statistics, too.`,
      },
      tableBlock(frequencies(problems, { column: "problem" }), {
        caption: "Problems by kind",
        columns: [
          ["value", "problem"],
          ["count", "count", "number"],
        ],
      }),
      tableBlock(problems, {
        caption: "What could not be read",
        columns: [["job_id", "job"], ["file"], ["path"], ["problem"], ["message", "message", "long"]],
        most: 20,
      }),
    ],
  };
}
