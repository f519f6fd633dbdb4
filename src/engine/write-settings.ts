import { checkOptionNames } from "../util/check-option-names.ts";
import type { WriteOptions } from "./engine.ts";

/** The options of `writeTable` with their defaults. */
export interface WriteSettings extends Pick<WriteOptions, "path" | "params" | "signal" | "onProgress"> {
  readonly format: NonNullable<WriteOptions["format"]>;
  readonly partitionBy: readonly string[];
  readonly mode: NonNullable<WriteOptions["mode"]>;
}

const NAMES = [
  "path",
  "format",
  "partitionBy",
  "mode",
  "params",
  "signal",
  "onProgress",
] satisfies (keyof WriteOptions)[];

/**
 * Checks the options of `writeTable`.
 *
 * @throws {TypeError} When there is an option of another name, or one is not one of its possible values.
 */
export function writeSettings(options: WriteOptions): WriteSettings {
  checkOptionNames(options, NAMES);
  const { format = "parquet", partitionBy = [], mode = "error", ...rest } = options;
  checkOneOf("mode", mode, ["error", "overwrite", "append", "ignore"]);
  checkOneOf("format", format, ["parquet", "csv", "json"]);
  return { ...rest, format, partitionBy, mode };
}

function checkOneOf(name: string, value: string, values: readonly string[]): void {
  if (values.includes(value)) return;
  throw new TypeError(
    `Cannot use the ${name} ${JSON.stringify(value)}: expected one of ${values.join(", ")}`,
  );
}
