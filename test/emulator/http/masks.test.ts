import { expect, test } from "vitest";
import { job, makeServer, resultFiles } from "../client.ts";

test.each([
  ["visionfit-v0.3.1", { num_reps: 1, frame_rate: 6 }],
  ["spills-v0.1.0", { video_duration: 1, frame_rate: 6 }],
])("results of %s lack their masks where they are not wanted, and nothing else", async (name, params) => {
  const files = async (masks: boolean): Promise<Map<string, Uint8Array>> => {
    const [archive] = await makeServer({ masks }).results(job(name, params));
    return resultFiles(archive!);
  };
  const [without, whole] = [await files(false), await files(true)];
  expect(whole.delete("video.rgb.zip")).toBe(true);
  expect(without).toEqual(whole);
});
