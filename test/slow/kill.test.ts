import { expect } from "vitest";
import { it } from "../faults/util/fault-test.ts";
import { killDownloads } from "../faults/util/kill-downloads.ts";

it("#52 kill -9 at 60 random points of 50-job downloads, then rerun: the end state is that of a clean run", async ({
  spy,
}) => {
  const report = await killDownloads(spy, { jobs: 50, kills: 60, seed: "many kills" });
  process.stdout.write(
    `${report.kills} kills hit before the end, after ${report.jobsDone.join(", ")} of 50 jobs; ${report.ends} downloads came to their end\n`,
  );
  expect(report.kills).toBe(60);
}, 1_800_000);
