import { it } from "vitest";
import { fixtureFolder, labels } from "../fixture-folder.ts";
import { killIngests } from "./kill-ingests.ts";

it("an ingest that was killed ends as one that was not", async () => {
  const files: Record<string, unknown> = {};
  for (let job = 0; job < 6; job++) {
    files[`j${job}/job.json`] = { params: { level: job } };
    files[`j${job}/labels.json`] = labels(40 + job, [[10 * job, job]]);
  }
  const folder = await fixtureFolder(files);
  // The expectations are in there.
  await killIngests(folder, { kills: 3, seed: "ingest", options: { partBytes: 8000, workers: 2 } });
}, 60_000);
