import { type ColumnTable, op } from "arquero";
import { describe, expect, test } from "vitest";
import type { Dataset } from "../../../src/dataset/dataset.ts";
import { choice } from "../../../src/design/distributions/choice.ts";
import { constant } from "../../../src/design/distributions/constant.ts";
import { normal } from "../../../src/design/distributions/normal.ts";
import { uniform } from "../../../src/design/distributions/uniform.ts";
import { grid } from "../../../src/design/operators/grid.ts";
import { sweepFrom } from "../../../src/design/operators/sweep-from.ts";
import { sample } from "../../../src/design/sample.ts";
import { effects } from "../../../src/stats/effects/effects.ts";
import { connect, serve } from "../../util/serve.ts";
import { runJobs } from "./run-jobs.ts";

const SHORT = {
  rel_baseline_speed: constant(3),
  frame_rate: constant(6),
  image_width: constant(128),
  image_height: constant(128),
};

/** Jobs with the mean height of their boxes. */
function withBoxHeight({ jobs, annotations }: Dataset): ColumnTable {
  const boxes = annotations
    .groupby("job_id")
    .rollup({ box_height: (box: { bbox_h: number }) => op.mean(box.bbox_h) });
  return jobs.join_left(boxes, "job_id");
}

describe("effects() of jobs that the emulator made", () => {
  test("finds what the camera's distance does to boxes, and nothing that the light does", async () => {
    const session = await connect(serve({ seed: 1 }));
    const columns = {
      ...SHORT,
      camera_distance: choice([2, 3, 4]),
      lighting_power: uniform(50, 1500),
      avatar_identity: choice([0, 1, 2]),
    };
    const { dataset } = await runJobs(session, sample(columns, 18, { seed: 3 }));
    const factors = ["lighting_power", "camera_distance", "avatar_identity"];
    const { main, levels } = effects(withBoxHeight(dataset), { outcome: "box_height", factors });
    expect(main.array("significant")).toEqual([false, true, false]);
    expect(main.get("trend_high", 1)).toBeLessThan(0);
    const near = levels.filter((row: { factor: string; level: string }) => {
      return row.factor === "camera_distance" && row.level === "2";
    });
    expect(near.get("effect_low", 0)).toBeGreaterThan(0);
  });

  test("finds a small step of the camera within people that it does not find between them", async () => {
    const session = await connect(serve({ seed: 1 }));
    const people = sample(
      { ...SHORT, relative_height: normal(0, 1), exercise: choice(["SQUAT-BODYWEIGHT", "PUSHUP", "BURPEE"]) },
      8,
      { seed: 3 },
    );
    const { batch } = await runJobs(session, people);
    const swept = sweepFrom(batch.table, grid({ camera_distance: [3, 3.3] }));
    const jobs = withBoxHeight((await runJobs(session, swept)).dataset);
    const question = { outcome: "box_height", factors: ["camera_distance"] };
    expect(effects(jobs, question).main.get("significant", 0)).toBe(false);
    const { main, pairs } = effects(jobs, { ...question, pairedBy: "state" });
    expect(main.get("significant", 0)).toBe(true);
    expect(pairs?.object()).toMatchObject({ pairs: 8, incomplete: 0, significant: true });
    expect(pairs?.get("high", 0)).toBeLessThan(0);
  });
});
