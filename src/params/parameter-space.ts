import { type ColumnTable, table } from "arquero";
import type { GeneratorInfo, JobParams, ParamInfo } from "../api/wire-types.ts";
import { displayable } from "../display/displayable.ts";
import { viewDisplay } from "../display/view-display.ts";
import { didYouMean } from "../util/did-you-mean.ts";
import { type JointRule, KNOWN_RULES } from "./joint-rule.ts";

/** Options of {@link ParameterSpace}. */
export interface ParameterSpaceOptions {
  /** Rules over several parameters, beside those that servers are known to apply. @default [] */
  rules?: readonly JointRule[] | undefined;
}

/**
 * The parameters of a generator: what each may be, and what it is when a job does not say. It shows itself in notebooks.
 *
 * @example
 * ```ts
 * const { space } = session;
 * space.names; // ["scene", "exercise", "gender", …]
 * space.get("num_reps"); // { name: "num_reps", type: "int", default_value: 1, options: { min: 1, max: 20 } }
 * space.get("num_rep"); // throws RangeError: … has no parameter "num_rep" (did you mean "num_reps"?)
 * space.toTable().filter((d) => d.name === "camera_height").select("type", "min", "max").object(); // {
 * //   type: "float", min: 0.1, max: 2.75
 * // }
 * ```
 */
export class ParameterSpace {
  static {
    displayable(
      ParameterSpace.prototype,
      viewDisplay((space: ParameterSpace) => ({
        title: `Parameters of ${space.generator.name}`,
        parts: [{ kind: "table", table: space.toTable(), limits: { maxRows: 100 } }],
      })),
    );
  }

  /** The generator as the API describes it. */
  readonly generator: GeneratorInfo;
  /** The rules over several parameters: those that servers are known to apply, and the user's. */
  readonly rules: readonly JointRule[];
  readonly #params: ReadonlyMap<string, ParamInfo>;

  /**
   * @param generator A generator object of the API.
   * @throws {RangeError} When a rule names a parameter that the generator has not.
   */
  constructor(generator: GeneratorInfo, { rules = [] }: ParameterSpaceOptions = {}) {
    this.generator = generator;
    this.#params = new Map(generator.params.map((param) => [param.name, param]));
    for (const { parameters } of rules) for (const name of parameters) this.get(name);
    const known = KNOWN_RULES.filter(({ parameters }) => parameters.every((name) => this.has(name)));
    this.rules = [...known, ...rules];
  }

  /** The names of the parameters, in the generator's order. */
  get names(): string[] {
    return [...this.#params.keys()];
  }

  /** Whether previews of this generator may be submitted. */
  get supportsPreviews(): boolean {
    return this.generator.options.preview === true;
  }

  /** Whether the generator has a parameter of this name. */
  has(name: string): boolean {
    return this.#params.has(name);
  }

  /** A parameter, or undefined where the generator has none of this name. */
  find(name: string): ParamInfo | undefined {
    return this.#params.get(name);
  }

  /**
   * A parameter by name.
   *
   * @throws {RangeError} When there is none; the message suggests the nearest name.
   */
  get(name: string): ParamInfo {
    const param = this.#params.get(name);
    if (param !== undefined) return param;
    throw new RangeError(
      `Generator ${this.generator.name} has no parameter "${name}"${didYouMean(name, this.#params.keys())}`,
    );
  }

  /** The default value of every parameter. */
  defaults(): JobParams {
    return Object.fromEntries(this.generator.params.map(({ name, default_value }) => [name, default_value]));
  }

  /** One row per parameter: `name, type, min, max, choices, default_value`; `null` where there is no limit. */
  toTable(): ColumnTable {
    const { params } = this.generator;
    return table({
      name: params.map(({ name }) => name),
      type: params.map(({ type }) => type),
      min: params.map(({ options }) => options?.min ?? null),
      max: params.map(({ options }) => options?.max ?? null),
      choices: params.map(({ options }) => options?.choices ?? null),
      default_value: params.map(({ default_value }) => default_value),
    });
  }

  /** The generator's name and how many parameters it has. */
  toString(): string {
    return `ParameterSpace(${this.generator.name}, ${this.#params.size} parameters)`;
  }
}
