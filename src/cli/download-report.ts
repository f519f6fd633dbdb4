import { textTable } from "../display/text/text-table.ts";
import type { DownloadSummary } from "../session/download/download-summary.ts";
import type { DownloadSummaryError } from "../session/download/download-summary-error.ts";
import { countOf } from "../util/count-of.ts";
import { errorJson } from "./error-json.ts";
import { printJson } from "./print-json.ts";

const SHOWN = 20;

function listed(what: string, ids: readonly string[]): string[][] {
  if (ids.length === 0) return [];
  const shown = ids.slice(0, SHOWN).map((id, index) => [index === 0 ? what : "", id]);
  return ids.length > SHOWN ? [...shown, ["", `and ${ids.length - SHOWN} more`]] : shown;
}

/** Prints what a download did: for machines with all ids, for people with those that lack a result. */
export function printDownload(
  { folder, downloaded, skipped, failed, inProgress }: DownloadSummary,
  { batchId, error, json }: { batchId: string; error?: DownloadSummaryError; json: boolean },
): void {
  const broken = error?.failed ?? [];
  if (json) {
    const not_downloaded = broken.map(({ jobId, error }) => {
      return { job_id: jobId, error: error instanceof Error ? error.message : String(error) };
    });
    printJson({
      batch_id: batchId,
      folder,
      downloaded,
      skipped,
      not_downloaded,
      failed,
      in_progress: inProgress,
      ...(error && { error: errorJson(error) }),
    });
    return;
  }
  const rows = [
    ["folder", folder],
    ["downloaded", countOf(downloaded.length, "job")],
    ...(skipped.length === 0 ? [] : [["there before", countOf(skipped.length, "job")]]),
    ...listed(
      "not downloaded",
      broken.map(({ jobId }) => jobId),
    ),
    ...listed("failed", failed),
    ...listed("in progress", inProgress),
  ];
  console.log(textTable(rows));
}
