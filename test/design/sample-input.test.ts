import { describe, expect, it } from "vitest";
import type { GeneratorInfo } from "../../src/api/wire-types.ts";
import { derive } from "../../src/design/conditions/derive.ts";
import { uniform } from "../../src/design/distributions/uniform.ts";
import { latinHypercube } from "../../src/design/methods/latin-hypercube.ts";
import { sampleInput } from "../../src/design/sample-input.ts";
import { createEmulator } from "../../src/emulator/index.ts";
import { ParameterSpace } from "../../src/params/parameter-space.ts";
import { validateJobs } from "../../src/params/validate-jobs.ts";

async function spaces(): Promise<Map<string, ParameterSpace>> {
  const emulator = createEmulator();
  const headers = { Authorization: `Token ${emulator.token}` };
  const reply = await emulator.fetch(new Request("http://emulator/api/jobs/", { headers }));
  const generators = (await reply.json()) as GeneratorInfo[];
  return new Map(generators.map((generator) => [generator.name, new ParameterSpace(generator)]));
}

const all = await spaces();
const visionfit = all.get("visionfit-v0.3.1") as ParameterSpace;

function column(table: ReturnType<typeof sampleInput>, name: string): number[] {
  return Array.from(table.array(name) as ArrayLike<number>);
}

describe("sampleInput()", () => {
  it.each([...all.keys()])("draws valid jobs of %s, the same for the same seed", (name) => {
    const space = all.get(name) as ParameterSpace;
    const jobs = sampleInput(space, 300, { seed: 1 });
    expect(jobs.columnNames()).toEqual(space.names);
    expect(validateJobs(space, jobs).objects()).toEqual([]);
    expect(sampleInput(space, 300, { seed: 1 }).objects()).toEqual(jobs.objects());
    expect(sampleInput(space, 300, { seed: 2 }).objects()).not.toEqual(jobs.objects());
  });

  it("keeps to the usual values, not to the whole range", () => {
    const jobs = sampleInput(visionfit, 2000, { seed: 1 });
    const range = (name: string) => [Math.min(...column(jobs, name)), Math.max(...column(jobs, name))];
    for (const [name, low, high] of [
      ["num_reps", 1, 10],
      ["rel_baseline_speed", 0.8, 1.25],
      ["camera_distance", 2.5, 5],
      ["relative_camera_yaw_deg", -15, 15],
      ["lighting_power", 10, 1000],
    ] as const) {
      const [min, max] = range(name) as [number, number];
      const slack = 0.01 * (high - low);
      expect(min).toBeGreaterThanOrEqual(low);
      expect(max).toBeLessThanOrEqual(high);
      expect(min - low).toBeLessThan(slack);
      expect(high - max).toBeLessThan(slack);
    }
    expect(new Set(column(jobs, "kinematic_noise_factor"))).toEqual(new Set([1]));
    expect(new Set(column(jobs, "trim_start_frac"))).toEqual(new Set([0]));
    expect(new Set(jobs.array("scene")).size).toBe(4);
  });

  it("truncates heights instead of piling them up at the limits", () => {
    const heights = column(sampleInput(visionfit, 20_000, { seed: 1 }), "relative_height");
    const mean = heights.reduce((a, b) => a + b, 0) / heights.length;
    const variance = heights.reduce((sum, x) => sum + (x - mean) ** 2, 0) / heights.length;
    expect(Math.abs(mean)).toBeLessThan(0.03);
    expect(Math.abs(variance - 1)).toBeLessThan(0.04);
    expect(heights.filter((x) => Math.abs(x) >= 4)).toEqual([]);
  });

  it("draws square pictures, and one given side sets the other", () => {
    const jobs = sampleInput(visionfit, 100, { seed: 1 });
    expect(column(jobs, "image_height")).toEqual(column(jobs, "image_width"));
    expect(new Set(column(jobs, "image_width"))).toEqual(new Set([256, 512]));
    const tall = sampleInput(visionfit, 2, { seed: 1, image_height: 300 });
    expect(column(tall, "image_width")).toEqual([300, 300]);
    const free = sampleInput(visionfit, 2, { seed: 1, image_height: 300, image_width: 200 });
    expect([column(free, "image_width"), column(free, "image_height")]).toEqual([
      [200, 200],
      [300, 300],
    ]);
  });

  it("takes values, distributions, derived columns and a category of exercises", () => {
    const jobs = sampleInput(visionfit, 400, {
      seed: 1,
      exercise: "BICEP_CURL",
      gender: "FEMALE",
      camera_height: uniform(1, 1.1),
      camera_distance: derive((row) => 2 * Number(row.camera_height)),
    });
    expect(new Set(jobs.array("exercise"))).toEqual(
      new Set(["BICEP_CURL-ALTERNATING-DUMBBELL", "BICEP_CURL-BARBELL"]),
    );
    expect(new Set(jobs.array("gender"))).toEqual(new Set(["FEMALE"]));
    expect(column(jobs, "camera_distance")).toEqual(column(jobs, "camera_height").map((x) => 2 * x));
    expect(
      new Set(sampleInput(visionfit, 9, { seed: 1, exercise: "PUSHUP-EXPLOSIVE" }).array("exercise")),
    ).toEqual(new Set(["PUSHUP-EXPLOSIVE"]));
    const others = sampleInput(visionfit, 400, { seed: 1 });
    expect(column(jobs, "lighting_power")).toEqual(column(others, "lighting_power"));
  });

  it("keeps to a condition over several parameters", () => {
    const where = (row: Record<string, unknown>) =>
      Number(row.camera_height) < Number(row.camera_distance) / 3;
    const jobs = sampleInput(visionfit, 50, { seed: 1, where });
    expect(jobs.numRows()).toBe(50);
    expect((jobs.objects() as Record<string, unknown>[]).every(where)).toBe(true);
  });

  it("works with every sampling method", () => {
    const jobs = sampleInput(visionfit, 100, { seed: 1, method: latinHypercube() });
    const strata = column(jobs, "camera_distance").map((x) => Math.floor(((x - 2.5) / 2.5) * 100));
    expect(new Set(strata).size).toBe(100);
  });

  it("names what it does not know", () => {
    expect(() => sampleInput(visionfit, 1, { seed: 1, exercize: "PUSHUP" })).toThrow(
      '(did you mean "exercise"?)',
    );
    expect(() => sampleInput(visionfit, 1, { seed: 1, exercise: "PUSHUPS" })).toThrow(
      'There is no exercise or category of exercises "PUSHUPS" (did you mean "PUSHUP"?)',
    );
    expect(() => sampleInput(visionfit, 1, {} as never)).toThrow(TypeError);
  });
});
