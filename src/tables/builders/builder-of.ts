import type { ColumnType } from "../column-type.ts";
import { BoolBuilder } from "./bool-builder.ts";
import type { ColumnBuilder } from "./column-builder.ts";
import { DictBuilder } from "./dict-builder.ts";
import { FloatBuilder } from "./float-builder.ts";
import { IntBuilder } from "./int-builder.ts";
import { ListBuilder } from "./list-builder.ts";
import { PlainBuilder } from "./plain-builder.ts";

/** The builder of columns of a type. */
export function builderOf(type: ColumnType): ColumnBuilder {
  switch (type) {
    case "float64":
      return new FloatBuilder();
    case "int32":
    case "int64":
      return new IntBuilder(type);
    case "bool":
      return new BoolBuilder();
    case "string":
      return new DictBuilder();
    default:
      if (!type.endsWith("[]")) return new PlainBuilder(type);
      return new ListBuilder(type, builderOf(type.slice(0, -"[]".length) as ColumnType));
  }
}
