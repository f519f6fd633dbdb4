import type { ColumnTable } from "arquero";
import { mean as meanOf } from "simple-statistics";
import { makeTable } from "../../tables/make-table.ts";
import { type ResultColumn, resultColumns } from "../columns/result-columns.ts";
import { BOX_MEASURES } from "./box-query.ts";
import { FRAME_MEASURES } from "./frame-query.ts";
import { groupColumns, type JobGroups } from "./job-groups.ts";
import type { JobLabels } from "./job-labels.ts";
import { KEYPOINT_MEASURES } from "./keypoint-query.ts";

/** Some jobs, such as those of a group. */
type Jobs = readonly JobLabels[];

const WITHOUT_PEOPLE: readonly ResultColumn<Jobs>[] = [
  ["frames", "int32", (jobs) => total(jobs, ({ frames, samples }) => frames ?? samples)],
  ["annotations", "int32", (jobs) => labelled(jobs, ({ annotations }) => annotations)],
  ["boxes", "int32", (jobs) => labelled(jobs, ({ boxes }) => boxes)],
  ["people_per_frame", "float64", () => null],
  ...[...BOX_MEASURES, ...KEYPOINT_MEASURES, ...FRAME_MEASURES].map(
    (name): ResultColumn<Jobs> => [name, "float64", (jobs) => pooled(jobs, name)],
  ),
  ["reps", "float64", (jobs) => average(jobs, ({ reps }) => reps)],
  ["cadence_per_minute", "float64", (jobs) => average(jobs, ({ cadence }) => cadence)],
  ["imu_samples", "int32", (jobs) => total(jobs, ({ samples }) => samples)],
  ["imu_spread_deg", "float64", (jobs) => average(jobs, ({ spread }) => spread)],
];

const WITH_PEOPLE = WITHOUT_PEOPLE.map((column): ResultColumn<Jobs> => {
  const [name, type] = column;
  return name === "people_per_frame" ? [name, type, peoplePerFrame] : column;
});

/** The columns of the table of jobs after `job_id`. */
export const JOB_MEASURES: readonly string[] = WITHOUT_PEOPLE.map(([name]) => name);

/**
 * The table of jobs.
 *
 * @param hasPeople Whether the dataset has people: where it has none, nothing is said of how many are in a frame.
 */
export function jobsTable(jobIds: readonly string[], jobs: Jobs, hasPeople: boolean): ColumnTable {
  const rows = jobs.map((job, i) => ({ jobId: jobIds[i], jobs: [job] }));
  return makeTable([
    ...resultColumns(rows, [["job_id", "string", ({ jobId }) => jobId]]),
    ...resultColumns(
      rows.map((row) => row.jobs),
      hasPeople ? WITH_PEOPLE : WITHOUT_PEOPLE,
    ),
  ]);
}

/** The table of groups. Means are over all annotations or frames of a group; of what jobs have one of, over its jobs. */
export function groupsTable(groups: JobGroups, jobs: Jobs, hasPeople: boolean): ColumnTable {
  const members = Array.from({ length: groups.count }, (): JobLabels[] => []);
  for (const [i, job] of jobs.entries()) members[groups.groups[i] as number]?.push(job);
  return makeTable([
    ...groupColumns(groups, [...members.keys()]),
    ...resultColumns<Jobs>(members, [["jobs", "int32", ({ length }) => length]]),
    ...resultColumns<Jobs>(members, hasPeople ? WITH_PEOPLE : WITHOUT_PEOPLE),
  ]);
}

/** The sum over the jobs that have a count; null where none has. */
function total(jobs: Jobs, count: (job: JobLabels) => number | null): number | null {
  const counts = jobs.map(count).filter((one) => one !== null);
  return counts.length === 0 ? null : counts.reduce((sum, one) => sum + one, 0);
}

/** The sum over the jobs that have labels of frames. */
function labelled(jobs: Jobs, count: (job: JobLabels) => number): number | null {
  return total(jobs, (job) => (job.frames === null ? null : count(job)));
}

function peoplePerFrame(jobs: Jobs): number | null {
  const people = labelled(jobs, (job) => job.people);
  return ratio(
    people,
    total(jobs, ({ frames }) => frames),
  );
}

function average(jobs: Jobs, value: (job: JobLabels) => number | null): number | null {
  const values = jobs.map(value).filter((one) => one !== null);
  return values.length === 0 ? null : meanOf(values);
}

/** The mean of a measure over all annotations or frames of some jobs. */
function pooled(jobs: Jobs, name: string): number | null {
  const totals = jobs.map((job) => job.totals.get(name)).filter((one) => one !== undefined);
  return ratio(
    totals.reduce((all, { sum }) => all + sum, 0),
    totals.reduce((all, { count }) => all + count, 0),
  );
}

function ratio(sum: number | null, count: number | null): number | null {
  return sum === null || count === null || count === 0 ? null : sum / count;
}
