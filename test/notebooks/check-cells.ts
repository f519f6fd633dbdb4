import { type Cell, type Notebook, printedBy } from "./notebook.ts";

/**
 * What is wrong with the outputs of a notebook that ran to its end, by the tags of its cells: one `expect:TYPE` must have
 * put out a value of this MIME type, or have printed where it is `stream`; one that does not say `raises-exception` must
 * not have printed to stderr.
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
  return problems;
}
