import type { EngineType } from "../../../engine/engine-source.ts";
import { inferColumnType } from "../../../tables/infer-column-type.ts";
import type { PlannedField } from "./label-plan.ts";

/** Values of one type; nested ones, which are left out; or such whose type other files may tell otherwise. */
type Kind = { type: EngineType } | "nested" | "other";

/** What a sample shows of one field. */
export class SampledField {
  readonly #path: readonly string[];
  readonly #column: string;
  #kind: Kind | null = null;

  constructor(path: readonly string[], column: string) {
    this.#path = path;
    this.#column = column;
  }

  /** Notes a value that is not missing. */
  add(value: unknown): void {
    const kind = kindOf(value);
    const known = this.#kind;
    if (known === null) this.#kind = kind;
    else if (!isSameKind(known, kind)) this.#kind = "other";
  }

  /** Takes the field as one that SQL cannot treat as the JavaScript readers do. */
  giveUp(): void {
    this.#kind = "other";
  }

  /** What is planned for the field. */
  plan(): PlannedField {
    const path = this.#path;
    const column = this.#column;
    const kind = this.#kind ?? "other";
    if (kind === "other") return { path, column, type: "json", use: "odd" };
    // What is nested in what is flattened is no field that may be left out.
    if (kind === "nested") return { path, column, type: "json", use: path.length > 1 ? "odd" : "unread" };
    const use = path.length > 1 && typeof kind.type === "string" && kind.type.endsWith("]") ? "odd" : "column";
    return { path, column, type: use === "odd" ? "json" : kind.type, use };
  }
}

function kindOf(value: unknown): Kind {
  if (typeof value === "bigint") return { type: "float64" };
  if (typeof value === "object" && !Array.isArray(value)) return "nested";
  const type = isTooDeep(value) ? null : inferColumnType([value]);
  if (type === null) return "nested";
  // Lists without a value may be of anything.
  return type.startsWith("string[") && !holdsString(value) ? "other" : { type };
}

function isTooDeep(value: unknown): boolean {
  return Array.isArray(value) && value.some((row) => Array.isArray(row) && row.some(Array.isArray));
}

function holdsString(value: unknown): boolean {
  return Array.isArray(value) ? value.flat(2).some((item) => typeof item === "string") : true;
}

function isSameKind(a: Kind, b: Kind): boolean {
  return typeof a === "object" && typeof b === "object" ? a.type === b.type : a === b;
}
