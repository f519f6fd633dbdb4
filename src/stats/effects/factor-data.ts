import type { ColumnTable } from "arquero";
import { levelsOf } from "../columns/levels-of.ts";
import { rowGroups } from "../describe/row-groups.ts";
import type { Grouping } from "../least-squares/grouping.ts";
import { type Factor, readFactor } from "./factor.ts";
import { missingBaseNote } from "./missing-base-note.ts";
import type { StudyInput } from "./study-input.ts";

/** The rows of a study that tell of one factor or of two. */
export interface FactorData {
  /** The factors, with these rows only. */
  factors: readonly Factor[];
  /** The places of the rows in the table. */
  rows: Uint32Array;
  outcome: Float64Array;
  /** The base of each row; null where jobs share none. */
  bases: Grouping | null;
  /** Why there are no rows, where that is for want of a base. */
  missingBase: string | null;
}

/** Reads a factor, for all rows of the table, from those that have an outcome and, in a paired study, a base. */
export function studiedFactor({ table, outcome, pairedBy, bins }: StudyInput, name: string): Factor {
  const base = basesOf(table, pairedBy, [name]);
  const studied = Uint8Array.from(outcome, (value, row) => {
    return Number.isFinite(value) && (base === null || base.isKnown[row] === 1) ? 1 : 0;
  });
  return readFactor(table, name, { studied, bins });
}

/** The rows that tell of all of some factors, which have no level where an outcome or a base is missing. */
export function factorData(input: StudyInput, factors: readonly Factor[]): FactorData {
  const { table, outcome, pairedBy } = input;
  const names = factors.map(({ name }) => name);
  const base = basesOf(table, pairedBy, names);
  const rows = Uint32Array.from(outcome.keys()).filter((row) =>
    factors.every(({ codes }) => (codes[row] as number) >= 0),
  );
  const take = <T extends Float64Array | Int32Array>(values: T, into: T): T => {
    rows.forEach((row, i) => {
      into[i] = values[row] as number;
    });
    return into;
  };
  return {
    factors: factors.map((factor) => ({
      ...factor,
      codes: take(factor.codes, new Int32Array(rows.length)),
      numbers: factor.numbers && take(factor.numbers, new Float64Array(rows.length)),
    })),
    rows,
    outcome: take(outcome, new Float64Array(rows.length)),
    bases: base && { codes: take(base.codes, new Int32Array(rows.length)), count: base.count },
    missingBase: base === null || rows.length > 0 ? null : missingBaseNote(input, names),
  };
}

interface Bases extends Grouping {
  codes: Int32Array;
  /** For each row 1 where no column of the base is missing. */
  isKnown: Uint8Array;
}

/** The bases by the columns that tell them, except those whose effect is asked for. */
function basesOf(table: ColumnTable, pairedBy: readonly string[], without: readonly string[]): Bases | null {
  if (pairedBy.length === 0) return null;
  const names = pairedBy.filter((name) => !without.includes(name));
  const isKnown = new Uint8Array(table.numRows()).fill(1);
  for (const name of names) {
    levelsOf(table, name, "base column").codes.forEach((code, row) => {
      if (code < 0) isKnown[row] = 0;
    });
  }
  const { rows } = rowGroups(table, names);
  const codes = new Int32Array(table.numRows());
  rows.forEach((group, code) => {
    for (const row of group) codes[row] = code;
  });
  return { codes, count: rows.length, isKnown };
}
