import type { JobParams } from "../../api/wire-types.ts";
import type { ArchiveFile } from "../archive/build-zip.ts";

/** The file that says which parameters a job had. */
export function jobJson(
  name: string,
  params: JobParams,
  { stringNumbers = false }: { stringNumbers?: boolean } = {},
): ArchiveFile {
  const written = stringNumbers ? Object.entries(params).map(([key, value]) => [key, asText(value)]) : null;
  return {
    name: "job.json",
    data: JSON.stringify({ name, params: written ? Object.fromEntries(written) : params }, null, 2),
  };
}

function asText<T>(value: T): T | string {
  return typeof value === "number" ? String(value) : value;
}
