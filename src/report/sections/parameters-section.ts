import { associationMatrix } from "../charts/association-matrix.ts";
import { histogramGrid } from "../charts/histogram-grid.ts";
import type { Findings } from "../data/findings.ts";
import { type JsonRow, jsonRows } from "../data/json-rows.ts";
import type { Block, Section } from "../document/block.ts";
import { figure } from "../document/figure.ts";
import { itemsBlock } from "../document/table-block.ts";
import { countOf } from "../text/count-of.ts";
import { formatNumber } from "../text/format-number.ts";
import { listNames } from "../text/list-names.ts";
import { shortNumbers } from "../text/short-numbers.ts";
import { shortened } from "../text/shortened.ts";
import { withoutNoise } from "../text/without-noise.ts";
import { describedBlocks } from "./described-blocks.ts";

/** The most parameters that are drawn, in charts of so many. */
const MOST_DRAWN = 24;
const PER_CHART = 6;
const LONGEST = 60;

/** What was asked of the generator: which parameters vary, how, and what goes together. */
export function parametersSection(findings: Findings): Section {
  const { parameters, columns, associations } = findings;
  const { described, varying, constant } = parameters;
  const of = (names: readonly string[]) => described.filter(({ column }) => names.includes(String(column)));
  const vary =
    varying.length === 0
      ? "none varies"
      : `${formatNumber(varying.length)} ${varying.length === 1 ? "varies" : "vary"}`;
  const blocks: Block[] = [
    { kind: "text", text: `The jobs have ${countOf(columns.params.length, "parameter")}, of which ${vary}.` },
    ...gridBlocks(findings),
    ...describedBlocks(of(varying), "Parameters that vary"),
  ];
  if (constant.length > 0) {
    blocks.push({
      kind: "text",
      text: `${countOf(constant.length, "parameter has", "parameters have")} one value in all jobs that specify it:`,
    });
    blocks.push({ kind: "facts", facts: of(constant).map(constantFact) });
  }
  blocks.push(...describedBlocks(of(columns.summaries), "Summaries of labels"));
  if (associations.numRows() > 0) {
    blocks.push(
      figure(associationMatrix(associations), {
        isWide: true,
        caption:
          "How strongly parameters and summaries of labels go together. Parameters that go together cannot be told apart by their effects.",
        numbers: itemsBlock(jsonRows(associations), {
          caption: "Associations of parameters and summaries of labels",
          columns: [
            ["column", "auto", (row) => row.column_a],
            ["with", "auto", (row) => row.column_b],
            ["measure", "auto", (row) => String(row.measure).replaceAll("_", " ")],
            ["value", "number", (row) => withoutNoise(row.value, 1)],
            ["p, not corrected", "p", (row) => row.p_value],
            ["jobs", "number", (row) => row.count],
          ],
        }),
      }),
    );
  }
  return { id: "parameters", title: "Parameters", blocks };
}

function gridBlocks({ parameters, settings, source }: Findings): Block[] {
  const { factors } = parameters;
  const drawn = factors.slice(0, MOST_DRAWN);
  const by = settings.by === null ? {} : { by: settings.by };
  const split = settings.by === null ? "" : `, by ${settings.by}`;
  const blocks: Block[] = [];
  for (let from = 0; from < drawn.length; from += PER_CHART) {
    const columns = drawn.slice(from, from + PER_CHART);
    blocks.push(
      figure(histogramGrid(source.jobs, { columns, ...by }), {
        caption: `How many jobs have which values of ${listNames(columns)}${split}`,
        isWide: true,
      }),
    );
  }
  const more = factors.slice(MOST_DRAWN);
  if (more.length > 0) blocks.push({ kind: "text", text: `Not drawn: ${listNames(more)}.` });
  return blocks;
}

function constantFact({ column, mode, count, rows, kind }: JsonRow): [string, string] {
  if (count === 0) return [String(column), "not specified"];
  const text = kind === "numeric" ? shortNumbers([Number(mode)])[0] : mode;
  const value = mode === null ? `a ${kind}` : shortened(String(text), LONGEST);
  return [String(column), count === rows ? value : `${value} (${countOf(Number(count), "job")})`];
}
