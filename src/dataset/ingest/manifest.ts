import { readFile } from "node:fs/promises";
import { z } from "zod";
import { isMissing } from "../../io/system-codes.ts";
import { TABLE_NAMES, type TableName } from "../table-names.ts";
import { IngestFolderError } from "./ingest-folder-error.ts";
import type { IngestPaths } from "./ingest-paths.ts";
import type { JobRecord } from "./job-record.ts";
import { readJobRecordLines } from "./job-record-lines.ts";
import { fromJobRuns, toJobRuns } from "./job-runs.ts";
import type { NaturalType } from "./natural-type.ts";
import type { NamedType, Part } from "./part.ts";

/** A table of a manifest. */
export interface ManifestTable {
  name: TableName;
  /** The columns of every one of its files. */
  columns: readonly NamedType[];
  parts: readonly Part[];
}

/** What an ingest has written, and of what. */
export interface Manifest {
  format_version: 2;
  library_version: string;
  /** The version of the layout of tables. */
  schema_version: string;
  polygons: boolean;
  /** The columns by which partitions are made, and what they are called in the names of folders. */
  partition_by: readonly { column: string; name: string }[];
  /** The number that the next group of jobs gets. */
  next_group: number;
  generators: readonly string[];
  batch_ids: readonly string[];
  /** The jobs, in the order of the tables' rows. */
  jobs: readonly string[];
  tables: readonly ManifestTable[];
}

const namedTypes = z.array(z.tuple([z.string(), z.custom<NamedType[1]>((type) => typeof type === "string")]));
const schema = z.object({
  format_version: z.literal(2),
  library_version: z.string(),
  schema_version: z.string(),
  polygons: z.boolean(),
  partition_by: z.array(z.object({ column: z.string(), name: z.string() })),
  next_group: z.int(),
  generators: z.array(z.string()),
  batch_ids: z.array(z.string()),
  jobs: z.array(z.string()),
  tables: z.array(
    z.object({
      name: z.enum(TABLE_NAMES as [TableName, ...TableName[]]),
      columns: namedTypes,
      parts: z.array(
        z.object({
          table: z.enum(TABLE_NAMES as [TableName, ...TableName[]]),
          file: z.string(),
          rows: z.int(),
          bytes: z.int(),
          key: z.array(z.string()),
          jobs: z.array(z.tuple([z.int(), z.array(z.int())])),
          natural: z.array(z.tuple([z.string(), z.custom<NaturalType>((type) => typeof type === "object")])),
          columns: namedTypes,
          flush: z.string(),
        }),
      ),
    }),
  ),
});

/**
 * Reads what an ingest has written into a folder.
 *
 * @returns Null where there was none.
 * @throws {IngestFolderError} When it cannot be understood, as when a later version has written it.
 */
export async function readManifest({ manifest: path, folder }: IngestPaths): Promise<Manifest | null> {
  const text = await readIfThere(path);
  return text === null ? null : parseManifest(text, { path, folder });
}

/** The text of a manifest. */
export function manifestText({ tables, ...manifest }: Manifest): string {
  const places = new Map(manifest.jobs.map((jobId, place) => [jobId, place]));
  const listed = tables.map(({ parts, ...table }) => ({
    ...table,
    parts: parts.map((part) => ({ ...part, jobs: toJobRuns(part.jobs, places) })),
  }));
  return JSON.stringify({ ...manifest, tables: listed });
}

/**
 * Reads what an ingest has written off the text of a manifest.
 *
 * @throws {IngestFolderError} When it cannot be understood, as when a later version has written it.
 */
export function parseManifest(text: string, { path, folder }: { path: string; folder: string }): Manifest {
  try {
    const { tables, ...manifest } = schema.parse(JSON.parse(text));
    const whole = (part: (typeof tables)[number]["parts"][number]): Part => ({
      ...part,
      jobs: fromJobRuns(part.jobs, manifest.jobs),
    });
    return {
      ...manifest,
      tables: tables.map((table) => ({ ...table, parts: table.parts.map(whole) })),
    };
  } catch (cause) {
    const reason = `${path} cannot be understood; ingest with this version and { force: true }, or use the version that wrote it`;
    throw new IngestFolderError(folder, reason, { cause });
  }
}

/**
 * Reads what is known of the jobs of a folder's tables.
 *
 * @throws {IngestFolderError} When it cannot be understood.
 */
export async function readJobRecords({ jobs: path, folder }: IngestPaths): Promise<JobRecord[]> {
  try {
    return await readJobRecordLines(path);
  } catch (cause) {
    if (isMissing(cause)) return [];
    throw new IngestFolderError(folder, `${path} is broken; ingest with { force: true }`, { cause });
  }
}

async function readIfThere(path: string): Promise<string | null> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}
