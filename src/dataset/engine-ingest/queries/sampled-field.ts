import type { EngineType } from "../../../engine/engine-source.ts";
import { inferColumnType } from "../../../tables/infer-column-type.ts";
import type { PlannedField } from "./label-plan.ts";

/** What a sample shows of one field. */
export class SampledField {
  readonly #path: readonly string[];
  readonly #column: string;
  readonly #types = new Set<EngineType>();
  #isNested = false;

  constructor(path: readonly string[], column: string) {
    this.#path = path;
    this.#column = column;
  }

  /** Notes a value that is not missing. */
  add(value: unknown): void {
    const type = typeOf(value);
    if (type === null) this.#isNested = true;
    // Lists without a value may be of anything.
    else if (!type.startsWith("string[") || holdsString(value)) this.#types.add(type);
  }

  /** What is planned for the field. */
  plan(): PlannedField {
    const path = this.#path;
    const column = this.#column;
    const [type] = this.#types;
    const isList = typeof type === "string" && type.endsWith("]");
    const isInner = path.length > 1;
    if (type !== undefined && this.#types.size === 1 && !(isInner && isList)) {
      return { path, column, type, use: "column" };
    }
    // What is nested in an object that is flattened is wrong, and no field that may be left out.
    const isLeftOut = this.#types.size === 0 && this.#isNested && !isInner;
    return { path, column, type: "json", use: isLeftOut ? "unread" : "odd" };
  }
}

/** The type of the column that would hold a value; null where it is nested, so that there is none. */
function typeOf(value: unknown): Extract<EngineType, string> | null {
  if (typeof value === "bigint") return "float64";
  const isTooDeep =
    Array.isArray(value) && value.some((row) => Array.isArray(row) && row.some(Array.isArray));
  return isTooDeep ? null : inferColumnType([value]);
}

function holdsString(value: unknown): boolean {
  return Array.isArray(value) && value.flat(2).some((item) => typeof item === "string");
}
