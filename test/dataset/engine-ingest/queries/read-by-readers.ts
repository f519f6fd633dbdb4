import { readFileSync } from "node:fs";
import type { ColumnTable } from "arquero";
import { readCocoLabels } from "../../../../src/labels/coco/read-coco-labels.ts";
import type { CocoSummary } from "../../../../src/labels/coco/summarize-coco.ts";
import { readImuCsv } from "../../../../src/labels/imu/read-imu-csv.ts";
import { LabelFileError } from "../../../../src/labels/label-file-error.ts";
import { LabelTables } from "../../../../src/labels/label-tables.ts";
import { labelText } from "../../../../src/labels/label-text.ts";
import type { LabelTableName } from "../../../../src/labels/schemas.ts";
import type { SourceFile } from "./read-by-queries.ts";

/** What the JavaScript readers made of files. */
export interface ReadLabels {
  tables: Record<LabelTableName, ColumnTable>;
  summaries: Map<string, CocoSummary>;
  samples: Map<string, number>;
  /** The files that are broken. */
  broken: string[];
}

/** Reads label files by the JavaScript readers. */
export function readByReaders(
  { labels, motion = [] }: { labels: readonly SourceFile[]; motion?: readonly SourceFile[] },
  { polygons }: { polygons: boolean },
): ReadLabels {
  const into = new LabelTables();
  const summaries = new Map<string, CocoSummary>();
  const samples = new Map<string, number>();
  const broken: string[] = [];
  const attempt = (file: string, read: () => void): void => {
    try {
      read();
    } catch (error) {
      if (!(error instanceof LabelFileError)) throw error;
      broken.push(file);
    }
  };
  for (const { file, job_id: jobId, camera } of labels) {
    attempt(file, () => {
      summaries.set(file, readCocoLabels(readFileSync(file), { jobId, file, camera, polygons, into }));
    });
  }
  for (const { file, job_id: jobId } of motion) {
    attempt(file, () => {
      const text = labelText(readFileSync(file), { jobId, file }, "motion samples");
      samples.set(file, readImuCsv(text, { jobId, file, into }));
    });
  }
  return { tables: into.toTables(), summaries, samples, broken };
}
