import { INFINITE, isFiniteNumber } from "../../labels/label-columns.ts";
import { percent } from "../../text/percent.ts";
import { counted } from "../../text/quantity.ts";
import type { Alert } from "../alert-table.ts";
import type { LabelAlertThresholds } from "./label-alert-thresholds.ts";
import type { LabelReader } from "./label-reader.ts";

interface Check {
  alert: "NegativeLength" | "InvalidValue";
  column: string;
  /** SQL that is true of a wrong value. */
  wrong: string;
  /** What the values are, after "annotations have". */
  says: string;
}

/** Alerts about values of annotations that cannot be right, or are not there. */
export async function valueAlerts(
  { has, rows, number }: LabelReader,
  { missingAttribute: threshold }: LabelAlertThresholds,
): Promise<Alert[]> {
  if (!has("annotations")) return [];
  const checks = checksOf(number);
  const box = ["bbox_x", "bbox_y", "bbox_w", "bbox_h"].map(number);
  const counts = checks.map(({ wrong }, i) => `count(*) FILTER (WHERE ${wrong}) AS wrong_${i}`);
  const boxless = `count(*) FILTER (WHERE ${box.map((side) => `${side} IS NULL`).join(" OR ")}) AS boxless`;
  const [row] = (await rows(
    `SELECT count(*) AS count, ${[...counts, boxless].join(", ")} FROM annotations`,
  )) as [Record<string, number>];
  const all = row.count ?? 0;
  const alerts = checks.flatMap(({ alert, column, says }, i): Alert[] => {
    const value = row[`wrong_${i}`] ?? 0;
    if (value === 0) return [];
    const message = `${of(value, all)} ${says}`;
    return [{ alert, severity: "error", column, value, threshold: 0, message }];
  });
  const missing = row.boxless ?? 0;
  if (!(missing / all > threshold)) return alerts;
  const message = `${of(missing, all)} no bounding box (${percent(missing / all)})`;
  alerts.push({
    ...{ alert: "MissingAttribute", severity: "warning", column: "bbox" },
    ...{ value: missing / all, threshold, message },
  });
  return alerts;
}

function of(count: number, all: number): string {
  return `${count.toLocaleString("en-US")} of ${counted(all, "annotation")} ${count === 1 ? "has" : "have"}`;
}

function checksOf(number: LabelReader["number"]): Check[] {
  const sides = (["bbox_w", "bbox_h"] as const).map((column): Check => {
    const side = column === "bbox_w" ? "width" : "height";
    const wrong = `${isFiniteNumber(number(column))} AND ${number(column)} <= 0`;
    return { alert: "NegativeLength", column, wrong, says: `a box whose ${side} is not above 0 pixels` };
  });
  const finite = ["bbox_x", "bbox_y", "bbox_w", "bbox_h", "area"].map((column): Check => {
    return {
      alert: "InvalidValue",
      column,
      wrong: `NOT abs(${number(column)}) < ${INFINITE}`,
      says: `no finite "${column}"`,
    };
  });
  const shares = ["percent_in_fov", "percent_occlusion"].map((column): Check => {
    const wrong = `NOT (${number(column)} BETWEEN 0 AND 100)`;
    return { alert: "InvalidValue", column, wrong, says: `a "${column}" outside of 0 to 100 %` };
  });
  const area = `${isFiniteNumber(number("area"))} AND ${number("area")} < 0`;
  return [
    ...sides,
    ...finite,
    { alert: "InvalidValue", column: "area", wrong: area, says: "a negative area" },
    ...shares,
  ];
}
