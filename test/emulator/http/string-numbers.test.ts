import { expect, test } from "vitest";
import type { Dataset } from "../../../src/dataset/dataset.ts";
import { openDataset } from "../../../src/dataset/open-dataset.ts";
import { plainRows } from "../../util/plain-rows.ts";
import { connect, serve } from "../../util/serve.ts";
import { temporaryFolder } from "../../util/temporary-folder.ts";
import { job, makeServer, resultFiles, textOf } from "../client.ts";

const SHORT = { num_reps: 1, frame_rate: 6, image_width: 128, image_height: 128, camera_distance: 2.5 };

test.each(["visionfit-v0.3.1", "spills-v0.1.0", "sensefit-v0.2.0"])(
  "job.json of %s writes its numbers as strings on request, and all else as before",
  async (name) => {
    const files = await Promise.all(
      [false, true].map(async (stringNumbers) => {
        const [archive] = await makeServer({ stringNumbers, masks: false }).results(job(name));
        return resultFiles(archive!);
      }),
    );
    const [plain, written] = files.map((each) => JSON.parse(textOf(each, "job.json")).params);
    expect(Object.keys(written)).toEqual(Object.keys(plain));
    const numbers = Object.values(plain).filter((value) => typeof value === "number");
    expect(numbers.length).toBeGreaterThan(2);
    for (const [key, value] of Object.entries(plain)) {
      expect(written[key]).toBe(typeof value === "number" ? String(value) : value);
    }
    for (const each of files) each.delete("job.json");
    expect(files[1]).toEqual(files[0]);
  },
);

test("a dataset reads them back with the types of the generator", async () => {
  const tables: Dataset["jobs"][] = [];
  // One after the other: two submissions of the same jobs at once are refused.
  for (const stringNumbers of [false, true]) {
    const folder = await temporaryFolder();
    const session = await connect(serve({ stringNumbers, masks: false }));
    const batch = await session.submit([SHORT, { ...SHORT, camera_distance: 3 }]);
    await batch.download(folder);
    const dataset = await openDataset(folder);
    expect(plainRows(dataset.problems)).toEqual([]);
    tables.push(dataset.jobs);
  }
  expect(tables[1]!.array("num_reps")).toEqual([1, 1]);
  expect(tables[1]!.array("camera_distance")).toEqual([2.5, 3]);
  expect(plainRows(tables[1]!)).toEqual(plainRows(tables[0]!));
});
