import { type Display, displayOf } from "../display/displayable.ts";
import { TABLE_DISPLAY } from "../display/table-display.ts";
import { TABLES_DISPLAY } from "../display/tables-display.ts";
import { viewDisplay } from "../display/view-display.ts";
import { ParameterValidationError } from "../params/parameter-validation-error.ts";
import { CHART_DISPLAY } from "../report/charts/chart-display.ts";
import { isTable } from "../tables/is-table.ts";
import { isRecord } from "../util/is-record.ts";

type AnyDisplay = Display<never>;

/** How a value is shown, or null where it is neither a table, a chart, a thing of ours, nor an object of tables. */
export function displayOfAny(value: unknown): Display<unknown> | null {
  const display: AnyDisplay | null = displayOf(value) ?? known(value);
  return display as Display<unknown> | null;
}

function known(value: unknown): AnyDisplay | null {
  if (isTable(value)) return TABLE_DISPLAY;
  if (value instanceof ParameterValidationError) return PROBLEMS_DISPLAY;
  if (!isRecord(value)) return null;
  if (typeof value.$schema === "string" && value.$schema.includes("vega-lite")) return CHART_DISPLAY;
  return Object.values(value).some(isTable) ? TABLES_DISPLAY : null;
}

/** Errors show no such thing by themselves: where they are printed, their stack is wanted. */
const PROBLEMS_DISPLAY = viewDisplay(({ name, problems }: ParameterValidationError) => ({
  title: `${name}: nothing was sent`,
  parts: [{ kind: "table", table: problems, caption: "Problems" }],
}));
