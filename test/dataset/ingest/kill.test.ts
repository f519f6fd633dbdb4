import { it } from "vitest";
import { fixtureFolder } from "../fixture-folder.ts";
import { killIngests } from "./kill-ingests.ts";
import { someJobs } from "./some-jobs.ts";

it("an ingest that was killed ends as one that was not", async () => {
  const folder = await fixtureFolder(someJobs(6, 40));
  // The expectations are in there.
  await killIngests(folder, { kills: 3, seed: "ingest", options: { partBytes: 8000, workers: 2 } });
}, 60_000);
