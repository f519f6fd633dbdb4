import type { IngestReport } from "./ingest-report.ts";
import type { JobRecord } from "./job-record.ts";
import type { Manifest } from "./manifest.ts";

/** The report of an ingest. */
export function reportOf(
  manifest: Manifest,
  records: readonly JobRecord[],
  counts: Pick<IngestReport["jobs"], "read" | "kept" | "removed">,
): IngestReport {
  const byId = new Map(records.map((record) => [record.jobId, record]));
  const quarantined = manifest.jobs.flatMap((jobId) => {
    const broken = byId.get(jobId)?.problems.filter(({ problem }) => problem === "broken_file") ?? [];
    return broken.map(({ file, message }) => ({ jobId, file: file ?? jobId, reason: message }));
  });
  const tables = manifest.tables.map(({ name, parts }) => {
    const sum = (value: (part: (typeof parts)[number]) => number) =>
      parts.reduce((all, part) => all + value(part), 0);
    return {
      table: name,
      rows: sum(({ rows }) => rows),
      parts: parts.length,
      bytes: sum(({ bytes }) => bytes),
    };
  });
  const problems = tables.find(({ table }) => table === "problems")?.rows ?? 0;
  return { jobs: { ...counts, quarantined }, tables, problems };
}
