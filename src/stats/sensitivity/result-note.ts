import type { ColumnTable } from "arquero";
import type { SensitivityResult } from "./sensitivity-result.ts";

/** What {@link resultNote} looks at. */
export interface NotedResult
  extends Pick<SensitivityResult, "kind" | "indices" | "interactions" | "outcome"> {
  /** The outcomes that were used. */
  values: ArrayLike<number>;
  /** The number of blocks that were used. */
  usedBlocks: number;
}

/** Blocks of `saltelli` and trajectories of `morris` below which there is a warning. */
const FEWEST = { sobol: 32, morris: 4 };
const WIDEST = 0.5;
const MOST_NAMES = 6;

/** Warns of indices that say little; null where there is nothing to warn of. */
export function resultNote(result: NotedResult): string | null {
  const { kind, outcome, values, usedBlocks } = result;
  const single = usedBlocks === 1 ? ["There are no intervals, because only one block was used"] : [];
  if (Array.from(values).every((value) => value === values[0])) {
    const constant = `"${outcome}" is ${values[0]} in every job that was used: there is nothing to explain`;
    return [constant, ...single].join(". ");
  }
  const notes = kind === "sobol" ? [...rareNotes(result), ...fewNotes(result)] : fewNotes(result);
  notes.push(...single);
  if (kind === "sobol") notes.push(...wideNotes(result), ...exceedingNotes(result));
  return notes.length === 0 ? null : notes.join(". ");
}

function rareNotes({ outcome, indices }: NotedResult): string[] {
  if (indices.get("s1", 0) !== null) return [];
  return [
    `"${outcome}" varies too rarely: the first and last rows of all blocks have the same, use more blocks`,
  ];
}

function fewNotes({ kind, usedBlocks }: NotedResult): string[] {
  if (usedBlocks >= FEWEST[kind]) return [];
  const [one, many] = kind === "sobol" ? ["block", "blocks"] : ["trajectory", "trajectories"];
  const used = usedBlocks === 1 ? `1 ${one} was` : `${usedBlocks} ${many} were`;
  return [`Too few ${many}: ${used} used, fewer than ${FEWEST[kind]} tell little`];
}

/** Names the indices whose intervals reach far: of shares, which are between 0 and 1. */
function wideNotes({ indices, interactions }: NotedResult): string[] {
  const wide = [
    ...["s1", "st"].flatMap((index) => wideRows(indices, index).map((row) => [index, nameOf(indices, row)])),
    ...(interactions === null
      ? []
      : wideRows(interactions, "s2").map((row) => ["s2", nameOf(interactions, row)])),
  ].map(([index, name]) => `${index?.toUpperCase()} of ${name}`);
  if (wide.length === 0) return [];
  const verb = wide.length === 1 ? "has an interval" : "have intervals";
  return [`${listed(wide)} ${verb} of more than ±${WIDEST}: use more blocks`];
}

function wideRows(table: ColumnTable, index: string): number[] {
  return rowsWhere(table, (row) => numberAt(table, `${index}_conf`, row) > WIDEST);
}

/** Names the parameters that seem to explain more alone than in all. */
function exceedingNotes({ indices }: NotedResult): string[] {
  const rows = rowsWhere(
    indices,
    (row) => numberAt(indices, "s1_low", row) > numberAt(indices, "st_high", row),
  );
  if (rows.length === 0) return [];
  const names = listed(rows.map((row) => nameOf(indices, row)));
  return [
    `S1 of ${names} exceeds ST by more than both intervals, which true shares never do: too few blocks, or not the jobs of this design`,
  ];
}

function rowsWhere(table: ColumnTable, holds: (row: number) => boolean): number[] {
  return Array.from({ length: table.numRows() }, (_, row) => row).filter(holds);
}

/** A number of a table; one that is null is neither more nor less than any other. */
function numberAt(table: ColumnTable, name: string, row: number): number {
  const value: unknown = table.get(name, row);
  return typeof value === "number" ? value : Number.NaN;
}

function nameOf(table: ColumnTable, row: number): string {
  const names = table.columnNames().filter((name) => name.startsWith("parameter"));
  return names.map((name) => `"${table.get(name, row)}"`).join(" with ");
}

function listed(names: readonly string[]): string {
  const more = names.length - MOST_NAMES;
  return more > 0 ? `${names.slice(0, MOST_NAMES).join(", ")} and ${more} more` : names.join(", ");
}
