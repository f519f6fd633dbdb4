import type { Dialect } from "../../../engine/dialect/dialect.ts";
import { LABEL_SCHEMAS } from "../../../labels/schemas.ts";
import type { LabelPlan } from "./label-plan.ts";
import { type MotionHeader, motionHeader } from "./motion-header.ts";
import { number, type TableColumn } from "./table-columns.ts";
import type { TableSource } from "./table-sources.ts";

const KEPT = "(SELECT * FROM staged_motion WHERE NOT odd AND job_id NOT IN (SELECT job_id FROM odd_jobs))";

/** Where the rows of `imu` come from: `staged_motion` and `odd_jobs`. */
export function motionSource({ plan, dialect }: { plan: LabelPlan; dialect: Dialect }): TableSource {
  const headers = plan.headers.map(motionHeader);
  const lines = dialect.rows(KEPT, "lines", { item: "line", place: "line_place" });
  const cell = (place: number): string => {
    return `CAST(nullif(trim(${dialect.item("cells", String(place + 1))}), '') AS DOUBLE)`;
  };
  const sample = chosen(headers, ({ isNumbered }) => (isNumbered ? cell(0) : "CAST(line_place AS DOUBLE)"));
  const names = Object.keys(LABEL_SCHEMAS.imu.always).filter(
    (name) => name !== "job_id" && name !== "sample",
  );
  const columns: TableColumn[] = [
    { name: "job_id", value: "job_id", type: "string" },
    number("sample", sample),
    ...[...names, ...plan.extras.imu.map(({ column }) => column)].map((name) => {
      const value = chosen(headers, ({ columns: found }) => {
        const place = found.indexOf(name);
        return place < 0 ? "CAST(NULL AS DOUBLE)" : cell(place);
      });
      return number(name, value);
    }),
  ];
  return { from: `(SELECT *, ${dialect.split("line", dialect.text(","))} AS cells FROM ${lines})`, columns };
}

/** A value that depends on the header of the file. */
function chosen(headers: readonly MotionHeader[], choose: (header: MotionHeader) => string): string {
  const values = headers.map(choose);
  if (new Set(values).size < 2) return values[0] ?? "CAST(NULL AS DOUBLE)";
  return `CASE header ${values.map((value, number) => `WHEN ${number} THEN ${value}`).join(" ")} END`;
}
