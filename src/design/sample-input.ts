import type { ColumnTable } from "arquero";
import type { ParamInfo, ParamValue } from "../params/job-params.ts";
import type { ParameterSpace } from "../params/parameter-space.ts";
import { didYouMean } from "../util/did-you-mean.ts";
import { type Derived, derive } from "./conditions/derive.ts";
import { choice } from "./distributions/choice.ts";
import { constant } from "./distributions/constant.ts";
import type { Distribution } from "./distributions/distribution.ts";
import { exerciseCategory } from "./exercise-category.ts";
import { fill } from "./fill/fill.ts";
import { spaceDistribution } from "./fill/space-distribution.ts";
import { type SampleOptions, sample } from "./sample.ts";
import { saneDistribution } from "./sane-distributions.ts";

/** What a parameter of {@link sampleInput} may be given as: a value, a distribution or `derive(…)`. */
export type GivenParam = ParamValue | Distribution | Derived | undefined;

/** The options of `sample`, and any parameter of the generator by its name. */
export interface SampleInputOptions extends SampleOptions {
  [parameter: string]: GivenParam | SampleOptions[keyof SampleOptions];
}

/** An exercise by name, or any of a category's. */
function exercises(param: ParamInfo, wanted: string): Distribution {
  const all = (param.options?.choices ?? []) as string[];
  if (all.includes(wanted)) return constant(wanted);
  const members = all.filter((exercise) => exerciseCategory(exercise) === wanted);
  if (members.length > 0) return choice(members);
  const hint = didYouMean(wanted, [...all, ...all.map(exerciseCategory)]);
  throw new RangeError(`There is no exercise or category of exercises "${wanted}"${hint}`);
}

function toColumn(param: ParamInfo, given: GivenParam): Distribution | Derived {
  if (typeof given === "object" && given !== null) return given;
  if (param.name === "exercise" && typeof given === "string") return exercises(param, given);
  return constant(given ?? param.default_value);
}

/** Pictures are square unless both sides are given: one side sets the other. */
function squareSides(
  given: Readonly<Record<string, GivenParam>>,
  space: ParameterSpace,
): Record<string, Derived> {
  if (!space.has("image_width") || !space.has("image_height")) return {};
  if (saneDistribution(space.generator.name, space.get("image_width")) === null) return {};
  if (given.image_height === undefined) return { image_height: derive("d => d.image_width") };
  return given.image_width === undefined ? { image_width: derive("d => d.image_height") } : {};
}

/**
 * Draws jobs that look like real ones: each parameter that is not given is spread as is usual for its generator, within
 * the generator's limits, and parameters without a usual spread evenly over their range or choices.
 *
 * @param n The number of jobs.
 * @param options The options of `sample`, and parameters by name: a value, a distribution or `derive(…)`. `exercise` may be a category
 * such as `BICEP_CURL`, of which each exercise is then equally likely.
 * @returns A table with every parameter, in the generator's order.
 * @throws {TypeError} When the seed is left out.
 * @throws {RangeError} When a parameter or an exercise is unknown.
 * @example
 * ```ts
 * const jobs = sampleInput(session.space, 20, { seed: 7, exercise: "PUSHUP", camera_distance: 3 });
 * jobs.select("exercise", "camera_distance", "relative_height").object(); // {
 * //   exercise: "PUSHUP", camera_distance: 3, relative_height: -1.0451…
 * // }
 * jobs.numCols(); // 22
 * ```
 */
export function sampleInput(
  space: ParameterSpace,
  n: number,
  { seed, method, where, maxCandidates, onAcceptance, ...rest }: SampleInputOptions,
): ColumnTable {
  const given = rest as Record<string, GivenParam>;
  for (const name of Object.keys(given)) space.get(name);
  const square = squareSides(given, space);
  const columns = space.generator.params.map((param): [string, Distribution | Derived] => {
    const { name } = param;
    if (given[name] !== undefined) return [name, toColumn(param, given[name])];
    const usual = square[name] ?? saneDistribution(space.generator.name, param);
    return [name, usual ?? spaceDistribution(param) ?? constant(param.default_value)];
  });
  const options = { seed, method, where, maxCandidates, onAcceptance };
  return fill(space, sample(Object.fromEntries(columns), n, options), { with: "default" });
}
