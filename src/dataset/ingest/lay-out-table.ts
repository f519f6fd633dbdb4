import { join } from "node:path";
import type { ParquetCompression } from "../../io/parquet-layout.ts";
import { makeTable } from "../../tables/make-table.ts";
import { partFile } from "./candidates.ts";
import { missingColumn } from "./cast-column.ts";
import { hashOf } from "./fingerprint.ts";
import type { FittedParts } from "./fit-columns.ts";
import type { Manifest, ManifestTable } from "./manifest.ts";
import { metadataOf } from "./part-metadata.ts";
import { MISSING_KEY } from "./partition-key.ts";
import { placePart } from "./place-part.ts";
import { writeWholeTable } from "./write-whole-table.ts";

/** Where the files of a table go. */
export interface LayOutOptions {
  folder: string;
  partitions: Manifest["partition_by"];
  compression: ParquetCompression;
}

/** Puts the files of a table into its folder. A table without rows gets a file that tells its columns. */
export async function layOutTable(
  { table, columns, candidates }: FittedParts,
  { folder, partitions, compression }: LayOutOptions,
): Promise<ManifestTable> {
  const fileOf = (key: readonly string[], name: string) => {
    return [table, ...partitions.map((partition, i) => `${partition.name}=${key[i]}`), name].join("/");
  };
  if (candidates.length === 0) {
    const empty = makeTable(columns.map(([name, type]) => [name, missingColumn(type, 0)]));
    const key = partitions.map(() => MISSING_KEY);
    const file = fileOf(key, partFile(0, 0, hashOf(columns)));
    return writeWholeTable(empty, {
      name: table,
      folder,
      file,
      compression,
      metadata: metadataOf(table, []),
    });
  }
  const parts = [];
  for (const { part, source, name } of candidates) {
    const file = fileOf(part.key, name);
    await placePart(source, join(folder, file));
    parts.push({ ...part, file });
  }
  return { name: table, columns, parts };
}
