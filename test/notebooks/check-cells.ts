import { tmpdir } from "node:os";
import { masked } from "./comparable.ts";
import { bundlesOf, type Cell, type Notebook, printedBy, textOf } from "./notebook.ts";

/** What depends on the machine or on the run: folders of users and temporary ones, and addresses of servers. */
const PASSING = [...new Set([tmpdir(), "/tmp", "/home/", "/root/", "/Users/", "127.0.0.1", "localhost"])];

/**
 * What is wrong with the outputs of a notebook that ran to its end, by the tags of its cells: one `expect:TYPE` must have
 * put out a value of this MIME type, or have printed where it is `stream`; one that does not say `raises-exception` must
 * not have printed to stderr. None may show what would not be the same elsewhere.
 */
export function checkCells({ cells }: Notebook): string[] {
  return cells.filter((cell) => cell.cell_type === "code").flatMap(checkCell);
}

function checkCell(cell: Cell): string[] {
  const { outputs = [], metadata } = cell;
  const tags = metadata.tags ?? [];
  const found = new Set(outputs.flatMap(({ data }) => Object.keys(data ?? {})));
  if (printedBy(cell) !== "") found.add("stream");
  const problems = tags
    .filter((tag) => tag.startsWith("expect:") && !found.has(tag.slice("expect:".length)))
    .map((tag) => `cell ${cell.id}: ${tag}, but it has ${[...found].join(", ") || "no output"}`);
  const stderr = printedBy(cell, "stderr");
  if (stderr !== "" && !tags.includes("raises-exception"))
    problems.push(`cell ${cell.id}: stderr: ${stderr}`);
  const shown = masked([printedBy(cell), ...bundlesOf(cell).flatMap(Object.values).map(textOf)].join("\n"));
  const passing = PASSING.filter((word) => shown.includes(word));
  return [
    ...problems,
    ...passing.map((word) => `cell ${cell.id}: shows ${word}, which is not the same elsewhere`),
  ];
}
