import type { ColumnTable } from "arquero";
import { studiedColumns } from "../../design/sensitivity/studied-columns.ts";
import { shownColumn } from "../../tables/shown-column.ts";
import { numbersOf } from "../columns/numbers-of.ts";
import { checkParameters } from "./check-parameters.ts";
import { joinedKeys } from "./row-keys.ts";
import type { StudyPart } from "./study-part.ts";

/** The outcome of each result, `NaN` where the job has none or did not complete. */
function usableOutcomes(results: ColumnTable, outcome: string): Float64Array {
  const numbers = numbersOf(results, outcome, "outcome");
  const status = results.columnNames().includes("status") ? shownColumn(results, "status") : null;
  return numbers.map((value, row) => {
    const isDone = (status?.at(row) ?? "completed") === "completed";
    return isDone && Number.isFinite(value) ? value : Number.NaN;
  });
}

/** Options of {@link outcomesOfPart}. */
export interface OutcomesOptions {
  /** The results' column of the outcome. */
  outcome: string;
  /** The results' column that joins them to the design. */
  row?: string | undefined;
}

/**
 * The outcome of each row of a design, by the results of its jobs; `NaN` where a row has none. Of several results of a
 * row, as after a second try, the one with an outcome counts.
 *
 * @throws {TypeError} When nothing joins the two, two results with an outcome are of one row, or results have other
 * parameters than the design.
 * @throws {RangeError} When the results have no such column.
 */
export function outcomesOfPart(
  results: ColumnTable,
  { table, plan }: StudyPart,
  { outcome, row }: OutcomesOptions,
): Float64Array {
  const values = usableOutcomes(results, outcome);
  const keys = joinedKeys(results, table, row);
  const placeOf = new Map(keys.design.map((key, place) => [key, place]));
  placeOf.delete(null);
  const ids = results.columnNames().includes("job_id") ? shownColumn(results, "job_id") : null;
  const labelOf = (result: number) => (ids === null ? `Result ${result}` : `Job ${String(ids.at(result))}`);

  const places = new Int32Array(values.length).fill(-1);
  const resultOf = new Map<number, number>();
  for (const [result, key] of keys.results.entries()) {
    const place = placeOf.get(key);
    if (place === undefined || Number.isNaN(values[result])) continue;
    const other = resultOf.get(place);
    if (other !== undefined) {
      throw new TypeError(
        `${labelOf(other)} and ${labelOf(result)} both have ${keys.name} ${String(key)}: give the jobs of each batch ` +
          "apart, with its part of the design: sensitivity([jobs, others], { design: [part, other] })",
      );
    }
    resultOf.set(place, result);
    places[result] = place;
  }
  checkParameters(studiedColumns(plan.columns), { results, design: table, places, labelOf });

  const outcomes = new Float64Array(table.numRows()).fill(Number.NaN);
  for (const [place, result] of resultOf) outcomes[place] = values[result] as number;
  return outcomes;
}
