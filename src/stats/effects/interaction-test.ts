import { fitWithin } from "../least-squares/fit-within.ts";
import type { Grouping } from "../least-squares/grouping.ts";
import { fTest } from "../tests/f-test.ts";
import { meanAndSquares } from "../tests/mean-and-squares.ts";
import { roundingSquares } from "../tests/rounding-squares.ts";
import type { FactorData } from "./factor-data.ts";
import { hasSameLevels } from "./has-same-levels.ts";
import type { InteractionRow } from "./study-rows.ts";

/** Levels or, in a paired study, cells beyond which there is no test: its time grows with the cube of them. */
const MOST_COLUMNS = 500;

type InteractionTest = Omit<InteractionRow, "factor_a" | "factor_b" | "count">;

/** Compares the fit of all cells with that of the sum of both factors. */
export function interactionTest(data: FactorData, cells: Grouping): InteractionTest {
  const { outcome, factors, bases, missingBase } = data;
  const [a, b] = factors.map(({ codes, levels }): Grouping => ({ codes, count: levels.length }));
  const nothing = {
    f: null,
    df_interaction: null,
    df_within: null,
    p_value: null,
    eta_squared: null,
    partial_eta_squared: null,
  };
  if (a === undefined || b === undefined) return { ...nothing, note: null };
  if (outcome.length === 0) return { ...nothing, note: missingBase ?? "no row has both factors" };
  const constant = factors.find(({ levels }) => levels.length === 1);
  if (constant !== undefined) return { ...nothing, note: `"${constant.name}" is constant` };
  const smaller = Math.min(a.count, b.count);
  if (bases === null ? smaller > MOST_COLUMNS : cells.count > MOST_COLUMNS) {
    return { ...nothing, note: `more than ${MOST_COLUMNS} ${bases === null ? "levels" : "cells"}` };
  }
  const full = bases === null ? fitWithin(outcome, cells, []) : fitWithin(outcome, bases, [cells]);
  if (full.error.df === 0)
    return { ...nothing, df_within: 0, note: "no cell has jobs left to tell chance by" };
  const [larger, other] = a.count > b.count ? [a, b] : [b, a];
  const sum = bases === null ? fitWithin(outcome, larger, [other]) : fitWithin(outcome, bases, [a, b]);
  const noise = roundingSquares(outcome);
  const effect = {
    squares: Math.max(sum.error.squares - full.error.squares, 0),
    df: sum.error.df - full.error.df,
  };
  const { f, pValue, etaSquared } = fTest(effect, full.error, { noise });
  const total = bases === null ? meanAndSquares(outcome).squares : full.effect.squares + full.error.squares;
  return {
    f,
    df_interaction: effect.df,
    df_within: full.error.df,
    p_value: pValue,
    eta_squared: effect.df === 0 || total <= noise ? null : effect.squares / total,
    partial_eta_squared: etaSquared,
    note:
      f !== null
        ? null
        : effect.df === 0
          ? hasSameLevels(a.codes, b.codes)
            ? "both have the same levels in the same jobs: their effects cannot be told apart"
            : "too few cells have jobs"
          : "the outcome does not vary within cells",
  };
}
