import { describe, expect, test } from "vitest";
import { sensefitV020 } from "../../../src/emulator/generators/sensefit-v0.2.0/sensefit.ts";
import { job, makeServer, resultFiles, textOf } from "../client.ts";

type Params = Record<string, unknown>;
type Matrix = [number[], number[], number[]];

interface Run {
  text: string;
  header: string[];
  column(name: string): number[];
  rotations: Matrix[];
}

async function run(params: Params): Promise<Run> {
  const [archive] = await makeServer().results(job("sensefit-v0.2.0", params));
  const text = textOf(await resultFiles(archive!), "data.csv");
  const [header = "", ...lines] = text.trimEnd().split("\n");
  const names = header.split(",");
  const rows = lines.map((line) => line.split(",").map(Number));
  return {
    text,
    header: names,
    column: (name) => rows.map((row) => row[names.indexOf(name)]!),
    rotations: rows.map((row) => [row.slice(-9, -6), row.slice(-6, -3), row.slice(-3)]),
  };
}

/** The product of the transpose of `a` with `b`: the rotation that leads from one to the other. */
function relative(a: Matrix, b: Matrix): Matrix {
  const cell = (i: number, j: number): number => [0, 1, 2].reduce((sum, k) => sum + a[k]![i]! * b[k]![j]!, 0);
  return [0, 1, 2].map((i) => [0, 1, 2].map((j) => cell(i, j))) as Matrix;
}

/** The angle in degrees between two orientations. */
function angleBetween(a: Matrix, b: Matrix): number {
  const r = relative(a, b);
  const sine = Math.hypot(r[2][1]! - r[1][2]!, r[0][2]! - r[2][0]!, r[1][0]! - r[0][1]!) / 2;
  const cosine = (r[0][0]! + r[1][1]! + r[2][2]! - 1) / 2;
  return (Math.atan2(sine, cosine) * 180) / Math.PI;
}

/** The largest angle between a run's orientations and its first. */
function swing({ rotations }: Run): number {
  return Math.max(...rotations.map((rotation) => angleBetween(rotations[0]!, rotation)));
}

function deviations(one: Run, other: Run): number[] {
  return one.rotations.map((rotation, i) => angleBetween(rotation, other.rotations[i]!));
}

const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

const CALM = { kinematic_noise_factor: 0 };
const RANDOM = { use_random_motion: true, num_random_frames: 40 };

/** What each parameter of the generator does to `data.csv` when nothing else changes. */
const DIRECTIONS: Readonly<Record<string, () => Promise<void>>> = {
  async exercise() {
    const swingOf = async (exercise: string): Promise<number> => swing(await run({ ...CALM, exercise }));
    expect(await swingOf("BICEP_CURL-BARBELL")).toBeGreaterThan(120);
    expect(await swingOf("CRUNCHES")).toBeLessThan(70);
    expect(await swingOf("CLAMSHELL-LEFT")).toBeLessThan(1);
    const alternating = await run({ ...CALM, exercise: "BICEP_CURL-ALTERNATING-DUMBBELL", num_reps: 2 });
    const turned = alternating.rotations.map((rotation) => angleBetween(alternating.rotations[0]!, rotation));
    const half = Math.floor(turned.length / 2);
    expect(Math.max(...turned.slice(0, half))).toBeGreaterThan(120);
    expect(Math.max(...turned.slice(half + 2))).toBeLessThan(5);
  },

  async num_reps() {
    for (const num_reps of [1, 4]) {
      const { column } = await run({ num_reps });
      expect(column("time")).toHaveLength(44 * num_reps);
      expect(column("rep_count_from_start").at(-1)).toBe(num_reps);
    }
  },

  async watch_location() {
    const press = { ...CALM, exercise: "PRESS-SINGLE_ARM-DUMBBELL-LEFT" };
    expect(swing(await run(press))).toBeGreaterThan(60);
    expect(swing(await run({ ...press, watch_location: "RIGHT" }))).toBeLessThan(1);
    const [left, right] = [await run(CALM), await run({ ...CALM, watch_location: "RIGHT" })];
    // The mirror between left and right changes the sign of whatever has one x in it.
    left.rotations.forEach((rotation, i) => {
      rotation.flat().forEach((value, cell) => {
        const sign = [1, -1, -1, -1, 1, 1, -1, 1, 1][cell]!;
        expect(right.rotations[i]!.flat()[cell]).toBeCloseTo(sign * value, 6);
      });
    });
  },

  async crown_orientation() {
    const [one, other] = [await run({}), await run({ crown_orientation: "LEFT" })];
    for (const column of ["m11", "m12", "m21", "m22", "m31", "m32"].map(
      (cell) => `rotation_matrix_${cell}`,
    )) {
      other.column(column).forEach((value, i) => {
        expect(value).toBeCloseTo(-one.column(column)[i]!, 6);
      });
    }
    expect(other.column("rotation_matrix_m33")).toEqual(
      one.column("rotation_matrix_m33").map((value) => expect.closeTo(value, 6)),
    );
  },

  async ref_xy_rotation() {
    for (const angle of [0.5, 2, 6]) {
      const [one, other] = [await run({}), await run({ ref_xy_rotation: angle })];
      expect(new Set(other.column("ref_xy_rotation"))).toEqual(new Set([angle]));
      const [cosine, sine] = [Math.cos(angle), Math.sin(angle)];
      one.rotations.forEach(([x, y, z], i) => {
        const turned = other.rotations[i]!;
        for (const j of [0, 1, 2]) {
          expect(turned[0][j]).toBeCloseTo(cosine * x[j]! - sine * y[j]!, 6);
          expect(turned[1][j]).toBeCloseTo(sine * x[j]! + cosine * y[j]!, 6);
          expect(turned[2][j]).toBeCloseTo(z[j]!, 6);
        }
      });
    }
  },

  async rel_baseline_speed() {
    const rows = async (rel_baseline_speed: number): Promise<number> =>
      (await run({ num_reps: 5, rel_baseline_speed })).rotations.length;
    expect([await rows(0.5), await rows(1), await rows(2)]).toEqual([440, 220, 110]);
  },

  async max_rel_speed_change() {
    const spread = async (max_rel_speed_change: number): Promise<number> => {
      const counts = (await run({ num_reps: 12, max_rel_speed_change, frames_per_second: 40 })).column(
        "rep_count_from_start",
      );
      const rows = Array.from(
        { length: 12 },
        (_, rep) => counts.filter((count) => Math.floor(count) === rep).length,
      );
      return Math.max(...rows) / Math.min(...rows);
    };
    const [none, some, much] = [await spread(0), await spread(0.3), await spread(1)];
    expect(none).toBeLessThan(1.05);
    expect(some).toBeGreaterThan(1.2);
    expect(much).toBeGreaterThan(some + 0.3);
  },

  async trim_start_frac() {
    const whole = await run({ num_reps: 4 });
    const trimmed = await run({ num_reps: 4, trim_start_frac: 0.25 });
    expect(trimmed.rotations).toHaveLength(0.75 * whole.rotations.length);
    expect(trimmed.column("rep_count_from_start")[0]).toBe(1);
    expect(trimmed.column("rep_count_from_start").at(-1)).toBe(4);
  },

  async trim_end_frac() {
    const trimmed = await run({ num_reps: 4, trim_end_frac: 0.25 });
    expect(trimmed.rotations).toHaveLength(132);
    expect(trimmed.column("rep_count_from_start")[0]).toBe(0);
    expect(trimmed.column("rep_count_from_start").at(-1)).toBe(3);
  },

  async kinematic_noise_factor() {
    const exact = await run({ num_reps: 4, ...CALM });
    // The exact cycle goes back as it came.
    exact.rotations.forEach((rotation, i) => {
      expect(angleBetween(rotation, exact.rotations.at(-1 - i)!)).toBeLessThan(1e-3);
    });
    const at = async (kinematic_noise_factor: number): Promise<number> =>
      mean(deviations(exact, await run({ num_reps: 4, kinematic_noise_factor })));
    const [half, one, two] = [await at(0.5), await at(1), await at(2)];
    expect(one).toBeGreaterThan(0.3);
    expect(two / one).toBeCloseTo(2, 1);
    expect(one / half).toBeCloseTo(2, 1);
  },

  async wrist_offset_deg() {
    const plain = await run({});
    for (const angle of [-90, -20, 35]) {
      const turned = await run({ wrist_offset_deg: angle });
      const first = relative(plain.rotations[0]!, turned.rotations[0]!).flat();
      plain.rotations.forEach((rotation, i) => {
        expect(angleBetween(rotation, turned.rotations[i]!)).toBeCloseTo(Math.abs(angle), 3);
        relative(rotation, turned.rotations[i]!)
          .flat()
          .forEach((value, cell) => {
            expect(value).toBeCloseTo(first[cell]!, 5);
          });
      });
    }
  },

  async randomize_body_shape() {
    const start = async (params: Params): Promise<Matrix> =>
      (await run({ ...CALM, exercise: "DEADLIFT-DUMBBELL", ...params })).rotations[0]!;
    const usual = await start({});
    for (const random_seed of [1, 2, 3]) {
      expect(angleBetween(await start({ random_seed }), usual)).toBeLessThan(1e-3);
      const other = angleBetween(await start({ random_seed, randomize_body_shape: true }), usual);
      expect(other).toBeGreaterThan(0.1);
      expect(other).toBeLessThan(10);
    }
  },

  async use_random_motion() {
    const [exercise, random] = [await run({}), await run({ use_random_motion: true })];
    expect(exercise.header.filter((name) => name.startsWith("rep_count"))).toHaveLength(2);
    expect(random.header).toEqual(exercise.header.filter((name) => !name.startsWith("rep_count")));
    expect(random.rotations).toHaveLength(100);
  },

  async num_random_frames() {
    const { rotations } = await run({ ...RANDOM, num_random_frames: 77 });
    expect(rotations).toHaveLength(77);
    expect((await run({ num_random_frames: 77 })).text).toBe((await run({})).text);
  },

  async frames_per_second() {
    for (const frames_per_second of [20, 30, 40]) {
      const { column } = await run({ num_reps: 2, frames_per_second });
      expect(column("time")).toHaveLength(4.4 * frames_per_second);
      expect(column("time")[1]).toBeCloseTo(1 / frames_per_second, 5);
    }
  },

  async image_width() {
    expect((await run({ image_width: 1024 })).text).toBe((await run({})).text);
  },

  async image_height() {
    expect((await run({ image_height: 224 })).text).toBe((await run({})).text);
  },

  async random_seed() {
    const [one, other] = [await run({ random_seed: 1 }), await run({ random_seed: 2 })];
    expect(mean(deviations(one, other))).toBeGreaterThan(0.3);
    expect((await run({ random_seed: 1 })).text).toBe(one.text);
    const random = await run({ ...RANDOM, random_seed: 1 });
    expect(mean(deviations(random, await run({ ...RANDOM, random_seed: 2 })))).toBeGreaterThan(30);
  },
};

describe("sensefit parameters", () => {
  test("each has its direction, or none", () => {
    expect(Object.keys(DIRECTIONS).sort()).toEqual(sensefitV020.info.params.map(({ name }) => name).sort());
  });

  test.each(Object.entries(DIRECTIONS))(
    "%s moves data.csv as it says, or not at all",
    async (_, direction) => {
      expect.hasAssertions();
      await direction();
    },
  );

  test("random motion leaves what is said of the exercise aside", async () => {
    const { text } = await run(RANDOM);
    const said = {
      exercise: "PUSHUP",
      num_reps: 7,
      rel_baseline_speed: 2,
      max_rel_speed_change: 0.5,
      trim_start_frac: 0.3,
      trim_end_frac: 0.3,
      kinematic_noise_factor: 2,
      randomize_body_shape: true,
    };
    for (const [name, value] of Object.entries(said)) {
      expect((await run({ ...RANDOM, [name]: value })).text, name).toBe(text);
    }
  });

  test("a watch on the forearm does not bend with the hand", async () => {
    // In a plank the hands are flat on the floor, and the forearms upright as they are in a standing person.
    const plank = await run({ ...CALM, exercise: "PUSHUP" });
    const up = plank.rotations[0]!.map((row) => Math.abs(row[0]!));
    expect(up[2]).toBeGreaterThan(0.95);
  });
});
