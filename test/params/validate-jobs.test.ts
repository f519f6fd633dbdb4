import { table } from "arquero";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { JobParams } from "../../src/api/wire-types.ts";
import { coerceJobs } from "../../src/params/coerce-jobs.ts";
import type { JointRule } from "../../src/params/joint-rule.ts";
import { ParameterSpace } from "../../src/params/parameter-space.ts";
import { problemsByJob } from "../../src/params/problems-by-job.ts";
import { validateJobs } from "../../src/params/validate-jobs.ts";
import { TOY, TOY_SPACE, TRIMMED } from "../util/generators.ts";

function problems(jobs: unknown[]): [number, string, string][] {
  const found = validateJobs(TOY_SPACE, jobs as JobParams[]).objects() as Record<string, unknown>[];
  return found.map(({ row, parameter, problem }) => [row, parameter, problem] as [number, string, string]);
}

describe("validateJobs()", () => {
  it("finds nothing wrong with defaults, nulls and values at the limits", () => {
    expect(problems([TOY_SPACE.defaults(), { num_reps: 1, camera_distance: 5.25, scene: null }, {}])).toEqual(
      [],
    );
  });

  it("lists every problem of every job, kinds in the order of the reference", () => {
    const jobs = [
      {},
      { num_reps: 21, camera_distance: "3", add_socks: 1, typo: 1, frame_rate: 7, scene: "X" },
    ];
    expect(problems(jobs)).toEqual([
      [1, "typo", "unsupported"],
      [1, "add_socks", "type"],
      [1, "camera_distance", "cast"],
      [1, "num_reps", "max"],
      [1, "scene", "choices"],
      [1, "frame_rate", "choices"],
    ]);
  });

  it("names value, limit and what is wanted", () => {
    const [problem] = validateJobs(TOY_SPACE, [{ num_reps: 0 }]).objects();
    expect(problem).toEqual({
      row: 0,
      parameter: "num_reps",
      problem: "min",
      value: 0,
      limit: 1,
      message: '"num_reps" must be at least 1, got 0',
    });
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, "3"])(
    "refuses %s as a number",
    (value) => {
      expect(problems([{ camera_distance: value }, { num_reps: value }])).toEqual([
        [0, "camera_distance", "cast"],
        [1, "num_reps", "cast"],
      ]);
    },
  );

  it("refuses a fraction for an integer", () => {
    expect(problems([{ num_reps: 3.9 }])).toEqual([[0, "num_reps", "cast"]]);
  });

  it("suggests the name that was meant", () => {
    const [problem] = validateJobs(TOY_SPACE, [{ num_rep: 1 }]).objects() as { message: string }[];
    expect(problem?.message).toBe('"num_rep" is not a parameter of toy-v1 (did you mean "num_reps"?)');
  });

  it("takes a table, and does not take its key columns for parameters", () => {
    const jobs = table({ job_id: ["a", "b"], design_row: [0, 1], num_reps: [99, 2] });
    expect(validateJobs(TOY_SPACE, jobs).array("row")).toEqual([0]);
  });

  it("refuses what is neither a table nor records", () => {
    expect(() => validateJobs(TOY_SPACE, [3] as never)).toThrow(
      "Job 0 must be an object of parameter values, got 3",
    );
    expect(() => validateJobs(TOY_SPACE, "x" as never)).toThrow(TypeError);
  });

  it("agrees with a check of one value at a time", () => {
    const value = fc.oneof(
      fc.constantFrom("GYM", "BEDROOM", "none", 6, 12, 24, 1, 20, 5.25, true, false, null, "", "x"),
      fc.integer({ min: -5, max: 30 }),
      fc.double(),
    );
    const names = [...TOY.params.map(({ name }) => name), "unknown", "constructor"];
    const job = fc.dictionary(fc.constantFrom(...names), value, { noNullPrototype: true });
    fc.assert(
      fc.property(fc.array(job, { maxLength: 6 }), (jobs) => {
        const actual = new Set(problems(jobs).map(([row, name]) => `${row} ${name}`));
        const expected = jobs.flatMap((j, row) => {
          return Object.entries(j).flatMap(([name, v]) => (isGood(name, v) ? [] : [`${row} ${name}`]));
        });
        expect(actual).toEqual(new Set(expected));
      }),
    );
  });
});

/** The rules, written out per parameter of the toy generator. */
function isGood(name: string, value: unknown): boolean {
  if (value === null) return true;
  const number = typeof value === "boolean" ? Number(value) : value;
  const isInt = Number.isInteger(number);
  switch (name) {
    case "scene":
      return value === "GYM" || value === "BEDROOM";
    case "label":
    case "state":
      return typeof value === "string";
    case "num_reps":
      return isInt && (number as number) >= 1 && (number as number) <= 20;
    case "frame_rate":
      return value === 6 || value === 12 || value === 24;
    case "camera_distance":
      return Number.isFinite(number) && (number as number) >= 1 && (number as number) <= 5.25;
    case "add_socks":
      return typeof value === "boolean";
    default:
      return false;
  }
}

describe("coerceJobs()", () => {
  const jobs = [
    { num_reps: "14", camera_distance: "2.5", scene: "GYM", label: "7" },
    { num_reps: "x", camera_distance: null, scene: "GYM", label: "8" },
  ];

  it("turns numeric strings into numbers where a number is wanted, and nothing else", () => {
    expect(coerceJobs(TOY_SPACE, jobs).objects()).toEqual([
      { scene: "GYM", label: "7", num_reps: 14, camera_distance: 2.5 },
      { scene: "GYM", label: "8", num_reps: "x", camera_distance: null },
    ]);
  });

  it("turns the words true and false into truth values where one is wanted, and nothing else", () => {
    const texts = ["true", "FALSE", " True ", "1", "yes", null];
    const space = new ParameterSpace({
      ...TOY_SPACE.generator,
      params: [
        { name: "flag", type: "bool", default_value: true, options: null },
        { name: "word", type: "str", default_value: "", options: null },
      ],
    });
    const coerced = coerceJobs(
      space,
      texts.map((text) => ({ flag: text, word: text })),
    );
    expect(coerced.array("flag")).toEqual([true, false, true, "1", "yes", null]);
    expect(coerced.array("word")).toEqual(texts);
  });

  it("lets validation take them, where it is asked to", () => {
    const rows = (coerce: boolean) =>
      validateJobs(TOY_SPACE, jobs, { coerce }).select("row", "parameter").objects();
    expect(rows(false)).toHaveLength(3);
    expect(rows(true)).toEqual([{ row: 1, parameter: "num_reps" }]);
    expect(validateJobs(TOY_SPACE, [{ num_reps: "99" }], { coerce: true }).array("problem")).toEqual(["max"]);
  });
});

describe("joint rules", () => {
  const space = new ParameterSpace(TRIMMED);

  it("are checked with defaults filled in, where each value is fine by itself", () => {
    const jobs = [
      { trim_start_frac: 0.4, trim_end_frac: 0.5 },
      { trim_start_frac: 0.5, trim_end_frac: 0.5 },
      { trim_start_frac: 0.9 },
      { trim_start_frac: 0.95, trim_end_frac: 0.5 },
      {},
    ];
    expect(validateJobs(space, jobs).objects()).toEqual([
      {
        row: 1,
        parameter: "trim_start_frac, trim_end_frac",
        problem: "rule",
        value: [0.5, 0.5],
        limit: null,
        message: '"trim_start_frac" and "trim_end_frac" must sum to at most 0.9, got 0.5 + 0.5',
      },
      expect.objectContaining({ row: 3, parameter: "trim_start_frac", problem: "max" }),
    ]);
  });

  it("can be added by the user, about parameters that there are", () => {
    const rule: JointRule = {
      parameters: ["num_reps", "frame_rate"],
      holds: (reps, rate) => Number(reps) * Number(rate) <= 100,
      message: (reps, rate) => `${reps} x ${rate} is too many frames`,
    };
    const strict = new ParameterSpace(TOY, { rules: [rule] });
    const jobs = [{ num_reps: 4 }, { num_reps: 5 }, { num_reps: 5, frame_rate: 6 }];
    expect(validateJobs(strict, jobs).objects()).toMatchObject([
      { row: 1, problem: "rule", message: "5 x 24 is too many frames" },
    ]);
    expect(() => new ParameterSpace(TRIMMED, { rules: [rule] })).toThrow('has no parameter "num_reps"');
  });
});

describe("problemsByJob()", () => {
  it("gives a text per job, grouped by kind, and null for a good one", () => {
    const jobs = [{}, { typo: 1, num_reps: 0, camera_distance: 9 }];
    expect(problemsByJob(validateJobs(TOY_SPACE, jobs), 2)).toEqual([
      null,
      [
        "Unsupported parameters:",
        '  "typo" is not a parameter of toy-v1',
        "Constraint violations:",
        '  "num_reps" must be at least 1, got 0',
        '  "camera_distance" must be at most 5.25, got 9',
      ].join("\n"),
    ]);
  });

  it("says what is wrong with a decimal comma", () => {
    const [problem] = validateJobs(TOY_SPACE, [{ camera_distance: "2,5" }]).objects() as {
      message: string;
    }[];
    expect(problem?.message).toBe(
      '"camera_distance" must be a finite number, got "2,5" (a decimal point is needed: 2.5)',
    );
  });
});
