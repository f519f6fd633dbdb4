import type { Dialect } from "../../../engine/dialect/dialect.ts";
import { either, field, isNoInteger, isNoString, isNoVector } from "./expressions.ts";
import type { LabelPlan } from "./label-plan.ts";
import { oddAnnotation } from "./odd-annotation.ts";
import { oddCopied } from "./odd-copied.ts";

/**
 * Whether a document is one that SQL cannot treat as the JavaScript readers do. Its annotations are in `labels`, joined
 * to what they refer to.
 */
export function oddDocument(plan: LabelPlan, dialect: Dialect): string {
  if (!plan.fits) return "TRUE";
  const category = either([
    "c IS NULL",
    `${field("c", "id")} IS NULL`,
    isNoInteger(field("c", "id")),
    `${field("c", "name")} IS NULL`,
    isNoString(field("c", "name"), dialect),
    isNoVector(field("c", "color"), 3, dialect),
    ...oddCopied("categories", "c", { plan, dialect }),
  ]);
  const image = either([
    "c IS NULL",
    `${field("c", "id")} IS NULL`,
    isNoInteger(field("c", "id")),
    ...oddCopied("images", "c", { plan, dialect }),
  ]);
  const label = either([
    "a.image_place = 0",
    "a.category_place = 0",
    oddAnnotation("a.label", plan, dialect),
  ]);
  const odd = either([
    "broken",
    ...["categories", "images", "annotations"].map((list) => `${list} IS NULL`),
    ...oddCopied("scenes", "info", { plan, dialect }),
    dialect.any("categories", "c", category),
    dialect.any("images", "c", image),
    ...["categories", "images", "annotations"].map((list) => hasRepeatedIds(list, dialect)),
    dialect.any("labels", "a", label),
  ]);
  return `coalesce(${odd}, FALSE)`;
}

function hasRepeatedIds(list: string, dialect: Dialect): string {
  const ids = dialect.map(list, "c", field("c", "id"));
  return `${dialect.length(dialect.distinct(ids))} <> ${dialect.length(list)}`;
}
