import type { ColumnTable } from "arquero";
import { mean as meanOf } from "simple-statistics";
import { makeColumn } from "../../tables/make-column.ts";
import { makeTable } from "../../tables/make-table.ts";
import { BOX_MEASURES } from "./box-query.ts";
import { FRAME_MEASURES } from "./frame-query.ts";
import { groupColumns, type JobGroups } from "./job-groups.ts";
import type { JobLabels } from "./job-labels.ts";

const MEASURES = [...BOX_MEASURES, ...FRAME_MEASURES];

/** The columns of the table of jobs after `job_id`. */
export const JOB_MEASURES: readonly string[] = [
  ...["frames", "annotations", "boxes", "people_per_frame", ...MEASURES],
  ...["reps", "cadence_per_minute", "imu_samples", "imu_spread_deg"],
];

type Numbers = readonly (number | null)[];

/**
 * The table of jobs.
 *
 * @param hasPeople Whether the dataset has people: where it has none, it says nothing of how many are in a frame.
 */
export function jobsTable(
  jobIds: readonly string[],
  jobs: readonly JobLabels[],
  hasPeople: boolean,
): ColumnTable {
  return makeTable([
    ["job_id", makeColumn("string", jobIds)],
    ...numberColumns(
      jobs.map((job) => [job]),
      hasPeople,
    ),
  ]);
}

/** The table of groups: means are those of all annotations and frames of a group, where jobs have one value those of jobs. */
export function groupsTable(groups: JobGroups, jobs: readonly JobLabels[], hasPeople: boolean): ColumnTable {
  const members = Array.from({ length: groups.count }, (): JobLabels[] => []);
  for (const [i, job] of jobs.entries()) members[groups.groups[i] as number]?.push(job);
  return makeTable([
    ...groupColumns(
      groups,
      members.map((_, group) => group),
    ),
    [
      "jobs",
      makeColumn(
        "int32",
        members.map(({ length }) => length),
      ),
    ],
    ...numberColumns(members, hasPeople),
  ]);
}

function numberColumns(
  members: readonly (readonly JobLabels[])[],
  hasPeople: boolean,
): [string, ReturnType<typeof makeColumn>][] {
  const whole = (count: (job: JobLabels) => number | null): Numbers =>
    members.map((jobs) => total(jobs, count));
  const mean = (value: (job: JobLabels) => number | null): Numbers =>
    members.map((jobs) => average(jobs, value));
  const labelled = (count: (job: JobLabels) => number) =>
    whole((job) => (job.frames === null ? null : count(job)));
  const frames = whole(({ frames }) => frames);
  const people = labelled(({ people }) => people);
  const perFrame = people.map((count, i) => (hasPeople ? ratio(count, frames[i] ?? null) : null));
  return [
    [
      "frames",
      makeColumn(
        "int32",
        whole(({ frames, samples }) => frames ?? samples),
      ),
    ],
    [
      "annotations",
      makeColumn(
        "int32",
        labelled(({ annotations }) => annotations),
      ),
    ],
    [
      "boxes",
      makeColumn(
        "int32",
        labelled(({ boxes }) => boxes),
      ),
    ],
    ["people_per_frame", makeColumn("float64", perFrame)],
    ...MEASURES.map((name): [string, ReturnType<typeof makeColumn>] => [
      name,
      makeColumn(
        "float64",
        members.map((jobs) => pooled(jobs, name)),
      ),
    ]),
    [
      "reps",
      makeColumn(
        "float64",
        mean(({ reps }) => reps),
      ),
    ],
    [
      "cadence_per_minute",
      makeColumn(
        "float64",
        mean(({ cadence }) => cadence),
      ),
    ],
    [
      "imu_samples",
      makeColumn(
        "int32",
        whole(({ samples }) => samples),
      ),
    ],
    [
      "imu_spread_deg",
      makeColumn(
        "float64",
        mean(({ spread }) => spread),
      ),
    ],
  ];
}

/** The sum over the jobs that have a count; null where none has. */
function total(jobs: readonly JobLabels[], count: (job: JobLabels) => number | null): number | null {
  const counts = jobs.map(count).filter((one) => one !== null);
  return counts.length === 0 ? null : counts.reduce((sum, one) => sum + one, 0);
}

function average(jobs: readonly JobLabels[], value: (job: JobLabels) => number | null): number | null {
  const values = jobs.map(value).filter((one) => one !== null);
  return values.length === 0 ? null : meanOf(values);
}

function pooled(jobs: readonly JobLabels[], name: string): number | null {
  const totals = jobs.map((job) => job.totals.get(name));
  const sum = totals.reduce((all, one) => all + (one?.sum ?? 0), 0);
  return ratio(
    sum,
    totals.reduce((all, one) => all + (one?.count ?? 0), 0),
  );
}

function ratio(sum: number | null, count: number | null): number | null {
  return sum === null || count === null || count === 0 ? null : sum / count;
}
