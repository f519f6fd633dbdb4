import { readFile } from "node:fs/promises";
import { readJobJson } from "../../labels/json/read-job-json.ts";
import { labelText } from "../../labels/label-text.ts";
import { declaredTypes } from "../declared-types.ts";
import { JOB_COLUMNS } from "../jobs-table.ts";
import type { JobRecord } from "./job-record.ts";
import type { JobSource } from "./job-source.ts";
import { unpack } from "./load-files.ts";
import { checkJobColumns } from "./partition-keys.ts";

/** What parameters and summaries have in front that would else have the name of another column. */
const PREFIX = /^(?:param|label)_/;

/** Where columns of the table of jobs may come from. */
export interface CheckColumnsOptions {
  /** Jobs that are to be read. */
  pending: readonly JobSource[];
  /** What is known of others. */
  records: readonly JobRecord[];
}

/**
 * Checks before hours of reading that the table of jobs will have some columns: as few parameter files as can tell are
 * looked into.
 *
 * @throws {RangeError} When it will not have one of them.
 */
export async function checkPartitionColumns(
  columns: readonly string[],
  { pending, records }: CheckColumnsOptions,
): Promise<void> {
  const names = new Set([...JOB_COLUMNS, ...declaredTypes(pending.map(({ entry }) => entry)).keys()]);
  const add = (params: object): void => {
    for (const name of Object.keys(params)) names.add(name);
  };
  for (const { params } of records) add(params);
  for (const { entry } of pending) add(entry.listed?.job.params ?? {});
  const missing = () => columns.find((name) => !names.has(name) && !names.has(name.replace(PREFIX, "")));
  for (const source of pending) {
    if (missing() === undefined) return;
    add(await paramsOf(source));
  }
  const odd = missing();
  if (odd !== undefined) checkJobColumns([odd], [...names]);
}

/** The parameters of a job; none where they cannot be read, which is told when the job is. */
async function paramsOf({ entry: { jobId, files }, archive }: JobSource): Promise<object> {
  const file = files?.params;
  if (file === undefined || file === null) return {};
  const packed = archive?.files[file.path];
  const about = { jobId, file: file.name };
  try {
    const bytes =
      archive === null || packed === undefined
        ? await readFile(file.path)
        : await unpack(archive.path, packed);
    return readJobJson(labelText(bytes, about, "parameters"), about).params;
  } catch {
    return {};
  }
}
