import type { ColumnTable } from "arquero";
import type { View, ViewPart } from "../display/view.ts";
import { varyingColumns } from "../tables/varying-columns.ts";
import { countOf } from "../util/count-of.ts";
import type { BatchState } from "./waiting/batch-state.ts";

/** What of a batch is shown. */
export interface ShownBatch {
  readonly batchId: string;
  readonly name: string;
  readonly created: string;
  readonly jobType: string;
  readonly space: { readonly generator: { readonly name: string } };
  readonly table: ColumnTable;
  readonly lastState: BatchState | null;
}

const KEYS = ["job_id", "design_row"];

/** A batch for a notebook: what it is, how far it was when it was last looked at, and in what its jobs differ. */
export function batchView({ batchId, name, created, jobType, space, table, lastState }: ShownBatch): View {
  const params = table.columnNames().filter((column) => !KEYS.includes(column));
  const varying = varyingColumns(table, params);
  const alike = params.length - varying.length;
  const facts: [string, string | number][] = [
    ["batch", batchId],
    ["generator", space.generator.name],
    ["jobs", `${table.numRows()} ${jobType}`],
    ["created", created],
  ];
  const progress: ViewPart[] =
    lastState === null ? [] : [{ kind: "progress", progress: stateParts(lastState) }];
  const rest = `${countOf(alike, "parameter")} ${alike === 1 ? "is" : "are"} alike in all jobs.`;
  return {
    title: name === "" ? "Batch" : `Batch "${name}"`,
    parts: [
      { kind: "facts", facts },
      ...progress,
      { kind: "table", table: varying.length > 0 ? table.select(...KEYS, ...varying) : table },
      ...(alike > 0 && varying.length > 0 ? [{ kind: "text", text: rest } as const] : []),
    ],
  };
}

function stateParts({ numJobs, numJobsRemaining, numJobsFailed }: BatchState) {
  const done = numJobs - numJobsRemaining - numJobsFailed;
  return {
    label: "Completed",
    done,
    total: numJobs,
    details: numJobsFailed > 0 ? [`${numJobsFailed} failed`] : [],
  };
}
