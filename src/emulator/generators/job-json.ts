import type { JobParams } from "../../api/wire-types.ts";
import type { ArchiveFile } from "../archive/build-zip.ts";

/** The file that says which parameters a job had. */
export function jobJson(name: string, params: JobParams): ArchiveFile {
  return { name: "job.json", data: JSON.stringify({ name, params }, null, 2) };
}
