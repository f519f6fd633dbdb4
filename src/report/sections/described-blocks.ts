import type { JsonRow } from "../data/json-rows.ts";
import type { Block } from "../document/block.ts";
import { type ItemColumn, itemsBlock } from "../document/table-block.ts";
import { formatNumber, formatShare } from "../text/format-number.ts";
import { shortened } from "../text/shortened.ts";
import { withoutNoise } from "../text/without-noise.ts";

const MOST = 60;

const COMMON: readonly ItemColumn<JsonRow>[] = [
  ["count", "number", (row) => row.count],
  ["missing", "number", (row) => row.missing],
  ["different", "number", (row) => row.distinct],
];
const NUMBERS: readonly ItemColumn<JsonRow>[] = [
  ...COMMON,
  ["mean", "number", meanOf],
  ["sd", "number", (row) => row.sd],
  ["min", "number", (row) => row.min],
  ["5 %", "number", (row) => row.q05],
  ["median", "number", (row) => row.q50],
  ["95 %", "number", (row) => row.q95],
  ["max", "number", (row) => row.max],
  ["skewness", "number", (row) => withoutNoise(row.skewness, 1)],
];
const TEXTS: readonly ItemColumn<JsonRow>[] = [...COMMON, ["most frequent", "text", topValues]];
const MOMENTS: readonly ItemColumn<JsonRow>[] = [
  ...COMMON,
  ["first", "text", (row) => momentOf(row.min)],
  ["median", "text", (row) => momentOf(row.q50)],
  ["last", "text", (row) => momentOf(row.max)],
];
const LISTS: readonly ItemColumn<JsonRow>[] = [
  ["type", "text", (row) => row.type ?? "several types"],
  ["count", "number", (row) => row.count],
  ["missing", "number", (row) => row.missing],
  ["items", "number", (row) => row.items],
  ["shortest", "number", (row) => row.min_length],
  ["longest", "number", (row) => row.max_length],
  ["mean", "number", (row) => row.mean],
  ["min", "number", (row) => row.min],
  ["max", "number", (row) => row.max],
];

/** Tables of the rows of `describe`, one for each kind of column that there is. */
export function describedBlocks(rows: readonly JsonRow[], what: string): Block[] {
  const table = (
    kinds: readonly string[],
    named: string,
    columns: readonly ItemColumn<JsonRow>[],
  ): Block[] => {
    const items = rows.filter(({ kind }) => kinds.includes(String(kind)));
    const name: ItemColumn<JsonRow> = ["column", "text", (row) => row.column];
    return items.length === 0
      ? []
      : [itemsBlock(items, { caption: `${what}: ${named}`, columns: [name, ...columns], most: MOST })];
  };
  return [
    ...table(["numeric"], "numbers", NUMBERS),
    ...table(["categorical", "boolean"], "texts and truth values", TEXTS),
    ...table(["time"], "moments", MOMENTS),
    ...table(["list", "other"], "lists and structures", LISTS),
  ];
}

function meanOf({ mean, min, max }: JsonRow): unknown {
  return withoutNoise(mean, Math.max(Math.abs(Number(min)), Math.abs(Number(max))));
}

function topValues({ top_values: values, top_counts: counts, count, distinct }: JsonRow): string {
  if (!Array.isArray(values) || !Array.isArray(counts)) return "–";
  const shown = values.map((value, i) => {
    return `${shortened(String(value), 30)} (${formatShare(Number(counts[i]) / Number(count))})`;
  });
  const more = Number(distinct) - values.length;
  return shown.join(", ") + (more > 0 ? ` and ${formatNumber(more)} more` : "");
}

function momentOf(value: unknown): Date | null {
  return typeof value === "number" ? new Date(Math.round(value)) : null;
}
