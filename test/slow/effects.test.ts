import { op, table } from "arquero";
import { describe, expect, test } from "vitest";
import { normal } from "../../src/design/distributions/normal.ts";
import { sample } from "../../src/design/sample.ts";
import { effects } from "../../src/stats/effects/effects.ts";
import { powerOfDesign } from "../../src/stats/power/power-of-design.ts";
import { CHANCE_FACTORS, chanceJobs } from "../stats/effects/chance-jobs.ts";
import { runJobs } from "../stats/effects/run-jobs.ts";
import { connect, serve } from "../util/serve.ts";

const REPETITIONS = 200;

/** How far a share of so many trials may lie from what is expected: three standard errors. */
function around(expected: number, trials: number): { low: number; high: number } {
  const error = 3 * Math.sqrt((expected * (1 - expected)) / trials);
  return { low: expected - error, high: expected + error };
}

function expectShare(found: number, trials: number, expected: number): void {
  const { low, high } = around(expected, trials);
  expect(found / trials).toBeGreaterThan(low);
  expect(found / trials).toBeLessThan(high);
}

describe("error rates over 200 studies without any effect", () => {
  test.each([{}, { pairedBy: "state" }])("%o", (options) => {
    const found = { any: 0, f: 0, rank: 0, trend: 0, interaction: 0, inside: 0 };
    const count = (values: Iterable<unknown>) => [...values].filter((p) => (p as number) <= 0.05).length;
    for (let repetition = 0; repetition < REPETITIONS; repetition++) {
      const study = effects(chanceJobs(repetition), { outcome: "y", factors: CHANCE_FACTORS, ...options });
      found.any += count(study.main.array("p_adjusted")) > 0 ? 1 : 0;
      found.f += count(study.main.array("p_value"));
      found.rank += count(study.main.array("kruskal_p"));
      found.trend += count([study.main.get("trend_p", 2), study.main.get("trend_p", 3)]);
      found.interaction += count(study.interactions.array("p_value"));
      const [low, high] = [study.levels.get("effect_low", 0), study.levels.get("effect_high", 0)] as number[];
      found.inside += (low as number) <= 0 && (high as number) >= 0 ? 1 : 0;
    }
    expectShare(found.any, REPETITIONS, 0.05);
    expectShare(found.f, 4 * REPETITIONS, 0.05);
    expectShare(found.rank, 4 * REPETITIONS, 0.05);
    expectShare(found.trend, 2 * REPETITIONS, 0.05);
    expectShare(found.interaction, 6 * REPETITIONS, 0.05);
    expectShare(found.inside, REPETITIONS, 0.95);
  });
});

test("200 studies find an effect as often as powerOfDesign() says", () => {
  let [unpaired, paired] = [0, 0];
  const n = 40;
  for (let repetition = 0; repetition < REPETITIONS; repetition++) {
    const jobs = sample({ noise: normal(0, 1), base: normal(0, 5) }, n, { seed: `power ${repetition}` });
    const noise = jobs.array("noise") as number[];
    const heights = jobs.array("base") as number[];
    const side = Array.from(noise, (_, i) => i % 2);
    const state = Array.from(noise, (_, i) => i >> 1);
    const y = Array.from(noise, (value, i) => value + 0.8 * (i % 2));
    const high = y.map((value, i) => value + (heights[i >> 1] as number));
    const study = effects(table({ side, y }), { outcome: "y", factors: ["side"] });
    const within = effects(table({ side, state, y: high }), {
      outcome: "y",
      factors: ["side"],
      pairedBy: "state",
    });
    unpaired += study.main.get("significant", 0) ? 1 : 0;
    paired += within.main.get("significant", 0) ? 1 : 0;
  }
  expectShare(unpaired, REPETITIONS, powerOfDesign({ effect: { kind: "d", value: 0.8 }, jobs: n }));
  const ofDifferences = { kind: "d", value: 0.8 / Math.SQRT2 } as const;
  expectShare(paired, REPETITIONS, powerOfDesign({ effect: ofDifferences, jobs: n, paired: true }));
});

test("200 studies of the emulator's jobs find an effect that is there and none that is not", async () => {
  const n = 8;
  // A turn of the reference about the vertical axis leaves the third row of the watch's rotation as it is.
  const jobs = Array.from({ length: REPETITIONS * n }, (_, i) => ({
    rel_baseline_speed: 3,
    kinematic_noise_factor: 2,
    randomize_body_shape: true,
    random_seed: i,
    wrist_offset_deg: i % 2 === 0 ? 0 : 8,
    ref_xy_rotation: (i >> 1) % 2 === 0 ? 0 : 2,
  }));
  const session = await connect(serve({ seed: 7 }), "sensefit-v0.2.0");
  const { dataset } = await runJobs(session, jobs);
  const tilt = dataset.imu
    .groupby("job_id")
    .rollup({ tilt: (sample: { rotation_matrix_m33: number }) => op.mean(sample.rotation_matrix_m33) });
  const all = dataset.jobs.join(tilt, "job_id").orderby("design_row").reify();
  const question = { outcome: "tilt", factors: ["wrist_offset_deg", "ref_xy_rotation"] };
  let [planted, nothing] = [0, 0];
  for (let repetition = 0; repetition < REPETITIONS; repetition++) {
    const some = all.slice(repetition * n, (repetition + 1) * n);
    const { main } = effects(some, { ...question, correction: "none" });
    planted += main.get("significant", 0) ? 1 : 0;
    nothing += main.get("significant", 1) ? 1 : 0;
  }
  const value = effects(all, question).main.get("eta_squared", 0) as number;
  expectShare(planted, REPETITIONS, powerOfDesign({ effect: { kind: "etaSquared", value }, jobs: n }));
  expectShare(nothing, REPETITIONS, 0.05);
}, 600_000);
