import { LABEL_SCHEMAS } from "../../../labels/schemas.ts";
import { copiedColumns, type ObjectTable, partsOf } from "./label-fields.ts";
import type { LabelPlan } from "./label-plan.ts";

const TABLES: readonly ObjectTable[] = ["scenes", "categories", "images", "annotations"];

/** Whether engines can tell all fields and columns apart: their names differ by more than upper and lower case. */
export function namesFit({ extras }: Pick<LabelPlan, "extras">): boolean {
  const areColumnsFit = ([...TABLES, "imu"] as const).every((table) => {
    const { always, known } = LABEL_SCHEMAS[table];
    const columns = extras[table].filter(({ use }) => use === "column").map(({ column }) => column);
    return areFit([...Object.keys({ ...always, ...known }), ...columns]);
  });
  return areColumnsFit && TABLES.every((table) => areFieldsFit(table, extras[table]));
}

function areFieldsFit(table: ObjectTable, extras: LabelPlan["extras"][ObjectTable]): boolean {
  const parts = [...partsOf(table), ...copiedColumns(table)].map(([name]) => name);
  const own = extras.filter(({ path }) => path.length === 1).map(({ path }) => path[0] ?? "");
  const inner = extras.filter(({ path }) => path.length > 1).map(({ path }) => path[1] ?? "");
  const flattened = table === "annotations" ? ["segmentation", "ppe"] : [];
  return areFit([...parts, ...flattened, ...own]) && areFit(inner);
}

function areFit(names: readonly string[]): boolean {
  const known = new Set(names.map((name) => name.toLowerCase()));
  return known.size === names.length && names.every((name) => name !== "" && !name.includes("\0"));
}
