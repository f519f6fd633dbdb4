import type { ColumnTable } from "arquero";
import { checkCount } from "../check-count.ts";
import { type Acceptance, chooseRows } from "../conditions/choose-rows.ts";
import { type Condition, rowTest } from "../conditions/condition.ts";
import { defaultMaxCandidates } from "../conditions/default-max-candidates.ts";
import { randomOrder } from "../random/random-order.ts";
import type { Seed } from "../random/seed-key.ts";
import type { RowSource } from "./row-source.ts";

/** Options of {@link take} and {@link takeFromGrid}. */
export interface TakeOptions {
  /** Decides the rows. */
  seed: Seed;
  /**
   * Takes only rows that satisfy it: a function of a row, or an Arquero expression as text. @default every row
   */
  where?: Condition | undefined;
  /** The most rows to look at for `where`. @default 100 for each that is wanted, at least 10,000 */
  maxCandidates?: number | undefined;
  /** Told how many of the rows that were looked at satisfy `where`. */
  onAcceptance?: ((acceptance: Acceptance) => void) | undefined;
}

/** Takes `n` random rows, none twice, every selection equally likely, in the source's order. */
export function takeFrom(source: RowSource, n: number, options: TakeOptions): ColumnTable {
  const { seed, where, maxCandidates = defaultMaxCandidates(n), onAcceptance } = options;
  checkCount("n", n);
  checkCount("maxCandidates", maxCandidates);
  const { count: size } = source;
  if (n > size) throw new RangeError(`Cannot take ${n} rows of ${size}`);
  if (where === undefined || n === 0) return source.take(randomOrder(size, { count: n, seed }).sort());
  let order: Float64Array = new Float64Array();
  const candidates = (count: number) => {
    order = randomOrder(size, { count, seed });
    return rowTest(source.take(order), where);
  };
  const places = chooseRows({ n, maxCandidates: Math.min(maxCandidates, size), candidates, onAcceptance });
  return source.take(Float64Array.from(places, (place) => order[place] as number).sort());
}
