import { describe, expect, test } from "vitest";
import { job, labelsOf, makeServer } from "../client.ts";

const SPILL = { video_duration: 1, frame_rate: 30 };

describe("quota", () => {
  test("refuses a batch that costs more than remains and says both numbers", async () => {
    const { submit, get } = makeServer({ quota: 65 });
    expect((await submit(job("spills-v0.1.0", SPILL))).status).toBe(201);
    const { status, body } = await submit(job("spills-v0.1.0", SPILL), job("spills-v0.1.0", SPILL));
    expect(status).toBe(400);
    expect(body.detail).toBe("Insufficient quota: the jobs need an estimated 60 samples and 35 remain");
    expect((await get("/api/batch/")).body).toHaveLength(1);
    expect((await submit(job("spills-v0.1.0", SPILL))).status).toBe(201);
  });

  test("previews cost one", async () => {
    const { submit } = makeServer({ quota: 2 });
    expect((await submit(job("spills-v0.1.0", {}, true), job("visionfit-v0.3.1", {}, true))).status).toBe(
      201,
    );
    expect((await submit(job("spills-v0.1.0", {}, true))).status).toBe(400);
  });

  test("a finished job is charged with its real frames, not its estimate", async () => {
    const params = { num_reps: 5, max_rel_speed_change: 1, frame_rate: 6 };
    const labels = await labelsOf(params, { server: makeServer({ seed: 2 }) });
    const frames: number = labels.images.length;
    expect(frames).not.toBe(65); // 60 at the baseline speed, 8.2 % more on average

    const quota = 20_000;
    const { submit, clock } = makeServer({ seed: 2, quota });
    expect((await submit(job("visionfit-v0.3.1", params))).status).toBe(201);
    const tooMuch = Array.from({ length: 20 }, () =>
      job("spills-v0.1.0", { video_duration: 120, frame_rate: 30 }),
    );
    const before = await submit(...tooMuch);
    expect(before.body.detail).toContain(`${quota - 65} remain`);
    clock.ms += 1000;
    const after = await submit(...tooMuch);
    expect(after.body.detail).toContain(`${quota - frames} remain`);
  });
});
