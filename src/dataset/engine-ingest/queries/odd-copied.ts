import type { Dialect } from "../../../engine/dialect/dialect.ts";
import { field, isNoInt32, isNoInteger } from "./expressions.ts";
import { copiedColumns, type ObjectTable } from "./label-fields.ts";
import type { LabelPlan } from "./label-plan.ts";
import { isOddField, isOddValue } from "./odd-value.ts";

/** Which fields of an object that are columns may not be what they were in the file. */
export function oddCopied(
  table: ObjectTable,
  object: string,
  { plan, dialect }: { plan: LabelPlan; dialect: Dialect },
): string[] {
  const copied = copiedColumns(table).map(([name, type]) => {
    const value = field(object, name);
    // Only keys are that wide.
    if (type === "int32") return name === "frame_number" ? isNoInteger(value) : isNoInt32(value);
    return isOddValue(value, type, dialect);
  });
  const extras = plan.extras[table].map((extra) => isOddField(field(object, ...extra.path), extra, dialect));
  const odd = [...copied, ...extras].filter((condition) => condition !== "FALSE");
  const hasItems = plan.extras[table].some(({ path }) => path.length > 1);
  if (table !== "annotations" || hasItems) return odd;
  const ppe = `CAST(${field(object, "ppe")} AS ${dialect.type("string")})`;
  return [...odd, `NOT ${dialect.matches(ppe, "^\\s*(null|\\{\\s*\\})\\s*$")}`];
}
