import type { ColumnValues } from "../columns/column-values.ts";
import { percent } from "../text/percent.ts";
import { counted, quantity } from "../text/quantity.ts";
import { compareLevels } from "./compare-levels.ts";
import { compareNumbers } from "./compare-numbers.ts";
import type { DriftSettings } from "./drift-options.ts";
import { type DriftRow, emptyDriftRow } from "./drift-row.ts";

/** A change of the share of missing values that is worth a note. */
const NOTABLE_MISSING = 0.1;

/** Compares one column of two tables; the p-value is not corrected and the verdict not given yet. */
export function compareColumns(
  column: string,
  { reference, current }: { reference: ColumnValues | null; current: ColumnValues | null },
  settings: DriftSettings,
): DriftRow {
  const known = (reference === null || reference.isEmpty ? current : null) ?? reference;
  const row = {
    ...emptyDriftRow(column, known?.kind ?? "other"),
    count_reference: reference && countOf(reference),
    count_current: current && countOf(current),
    missing_share_reference: reference && missingShare(reference),
    missing_share_current: current && missingShare(current),
  };
  if (reference === null || current === null) {
    return { ...row, note: `only in the ${reference === null ? "current" : "reference"} table` };
  }
  const obstacle = obstacleOf(reference, current, settings);
  if (obstacle !== null) return { ...row, ...obstacle };
  const found =
    reference.counts === null || current.counts === null
      ? compareNumbers(reference.numbers as Float64Array, current.numbers as Float64Array, settings)
      : compareLevels(
          { reference: reference.counts, current: current.counts },
          {
            settings,
            numbers: reference.numbers && current.numbers && [reference.numbers, current.numbers],
          },
        );
  return { ...row, ...found, note: notesOf(reference, current) };
}

function countOf({ rows, missing, infinite }: ColumnValues): number {
  return rows - missing - infinite;
}

function missingShare({ rows, missing }: ColumnValues): number | null {
  return rows === 0 ? null : missing / rows;
}

/** Why two columns cannot be compared, if so. */
function obstacleOf(
  reference: ColumnValues,
  current: ColumnValues,
  { maxLevels }: DriftSettings,
): Pick<DriftRow, "note" | "drifted"> | null {
  const without = [reference, current].map((column) => countOf(column) === 0);
  if (without[0] || without[1]) {
    const where = without[0] && without[1] ? "either" : `the ${without[0] ? "reference" : "current"}`;
    return { drifted: null, note: `no value in ${where} table` };
  }
  if (reference.kind !== current.kind) {
    return {
      drifted: true,
      note: `${reference.kind} in the reference table, ${current.kind} in the current one`,
    };
  }
  if (reference.kind === "other") return { drifted: null, note: "values of this kind are not compared" };
  if (reference.kind !== "categorical") return null;
  const sizes = [reference, current].map((column) => column.counts?.size ?? 0) as [number, number];
  if (Math.min(...sizes) > 2 && sizes[0] === countOf(reference) && sizes[1] === countOf(current)) {
    return { drifted: null, note: "not compared: every row has another text" };
  }
  const most = Math.max(...sizes);
  if (most <= maxLevels) return null;
  return { drifted: null, note: `not compared: ${quantity(most)} different texts, more than maxLevels` };
}

function notesOf(reference: ColumnValues, current: ColumnValues): string | null {
  const notes: string[] = [];
  if (reference.kind === "list") notes.push("compared by the lengths of the lists");
  const [before, after] = [reference.missing / reference.rows, current.missing / current.rows];
  if (Math.abs(after - before) >= NOTABLE_MISSING) {
    notes.push(`missing in ${percent(after)} of the current rows, ${percent(before)} of the reference rows`);
  }
  const infinite = reference.infinite + current.infinite;
  if (infinite > 0) notes.push(`${counted(infinite, "infinite value")} left out`);
  return notes.length === 0 ? null : notes.join("; ");
}
