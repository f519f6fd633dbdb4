import { SPARK_DIALECT } from "../../dialect/spark-dialect.ts";
import type { EngineColumn } from "../../engine-source.ts";

/** Columns with their types, as Spark writes schemas. */
export function ddlOf(columns: readonly EngineColumn[]): string {
  return columns.map(([name, type]) => `${identifier(name)} ${SPARK_DIALECT.type(type)}`).join(", ");
}

/** A name in the texts of expressions and schemas, where double quotes are not known. */
export function identifier(name: string): string {
  return `\`${name.replaceAll("`", "``")}\``;
}
