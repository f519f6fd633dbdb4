import fc from "fast-check";
import { expect, test } from "vitest";
import { fromJobRuns, toJobRuns } from "../../../src/dataset/ingest/job-runs.ts";

const IDS = Array.from({ length: 30 }, (_, place) => `job ${place}`);
const PLACES = new Map(IDS.map((jobId, place) => [jobId, place]));

test("the jobs of a file come back from their runs, in any order and with any gaps", () => {
  const jobs = fc.array(fc.tuple(fc.constantFrom(...IDS), fc.nat()));
  fc.assert(
    fc.property(jobs, (each) => {
      expect(fromJobRuns(toJobRuns(each, PLACES), IDS)).toEqual(each);
    }),
  );
});

test("jobs that follow one another are one run", () => {
  const jobs = IDS.slice(3, 20).map((jobId, index) => [jobId, index * index] as const);
  expect(toJobRuns(jobs, PLACES)).toEqual([[3, jobs.map(([, rows]) => rows)]]);
});

test("a job that is not listed is told", () => {
  expect(() => toJobRuns([["other", 1]], PLACES)).toThrow('job "other" has rows and is not listed');
  expect(() => fromJobRuns([[29, [1, 2]]], IDS)).toThrow("there is no job 30");
});
