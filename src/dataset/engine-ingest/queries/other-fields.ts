import type { Dialect } from "../../../engine/dialect/dialect.ts";
import type { EngineColumn } from "../../../engine/engine-source.ts";
import { either } from "./expressions.ts";
import { listedFields, type ObjectTable } from "./label-fields.ts";
import type { LabelPlan } from "./label-plan.ts";

const LISTS = ["categories", "images", "annotations"] as const;

/** The columns with which label files are read for the names of their fields. */
export const FIELD_COLUMNS: readonly EngineColumn[] = [
  ["info", { map: "json" }],
  ...LISTS.map((name): EngineColumn => [name, { list: { map: "json" } }]),
];

/** The query of the files, of those in `documents`, that have fields which a plan knows nothing of. */
export function otherFieldsSql(dialect: Dialect, plan: LabelPlan): string {
  const other = either([
    hasOthers("info", "scenes", { dialect, plan }),
    ...LISTS.map((name) => dialect.any(name, "c", hasOthers("c", name, { dialect, plan }))),
  ]);
  return `SELECT file FROM documents WHERE ${other}`;
}

function hasOthers(
  object: string,
  table: ObjectTable,
  { dialect, plan }: { dialect: Dialect; plan: LabelPlan },
): string {
  const extras = plan.extras[table].map(({ path }) => path);
  const outer = extras.map(([name = ""]) => name);
  const inner = extras.flatMap(([, name]) => name ?? []);
  const others = hasKeyBeside([...listedFields(table), ...outer], object, dialect);
  if (inner.length === 0) return others;
  const ppe = dialect.fromJson(dialect.valueOf(object, dialect.text("ppe")), { map: "json" });
  return either([others, hasKeyBeside(inner, ppe, dialect)]);
}

/** Whether a map has a key that is not among some, with a value. */
function hasKeyBeside(known: readonly string[], map: string, dialect: Dialect): string {
  const names = [...new Set(known)].map((name) => dialect.text(name));
  const value = `CAST(e.value AS ${dialect.type("string")})`;
  const isThere = `NOT ${dialect.matches(value, "^\\s*(null|\\[\\s*\\])\\s*$")}`;
  return dialect.any(dialect.entries(map), "e", `e.key NOT IN (${names.join(", ")}) AND ${isThere}`);
}
