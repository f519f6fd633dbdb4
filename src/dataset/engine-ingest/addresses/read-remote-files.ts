import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Engine, StatementOptions } from "../../../engine/engine.ts";
import { literalPath } from "../../../engine/spark/sources/spark-path.ts";
import { isAddress } from "../../engine-folder.ts";
import type { JobSource } from "../../ingest/job-source.ts";
import type { JobFile } from "../../job-files.ts";
import { filesAt, shortened } from "./list-files.ts";

/** So many files are fetched with one statement. */
const FILES = 32;

/** The texts of files at addresses, by their paths; those that are no UTF-8 are left out. */
export async function remoteTexts(
  engine: Engine,
  files: readonly string[],
  options: StatementOptions,
): Promise<Map<string, string>> {
  if (files.length === 0) return new Map();
  await engine.registerDataset({ job_texts: { format: "text", files } }, options);
  const query = "SELECT file, content FROM job_texts";
  const rows = (await engine.query(query, undefined, options).toTable()).objects();
  const texts = rows.map((row) => row as { file: string; content: string });
  return new Map(
    texts.filter(({ content }) => !content.includes("\ufffd")).map(({ file, content }) => [file, content]),
  );
}

/** The bytes of files at addresses, by their paths; those that have none are left out. */
export async function remoteBytes(
  engine: Engine,
  files: readonly string[],
  options: StatementOptions,
): Promise<Map<string, Uint8Array>> {
  const paths = new Map(files.map((file) => [shortened(file), file]));
  const bytes = new Map<string, Uint8Array>();
  for (let start = 0; start < files.length; start += FILES) {
    const query = files
      .slice(start, start + FILES)
      .map((file) => `SELECT path, hex(content) AS bytes FROM ${filesAt(literalPath(file))}`)
      .join(" UNION ALL ");
    const rows = (await engine.query(query, undefined, options).toTable()).objects();
    for (const row of rows) {
      const { path, bytes: digits } = row as { path: string; bytes: string };
      bytes.set(paths.get(shortened(path)) ?? path, Buffer.from(digits, "hex"));
    }
  }
  return bytes;
}

/** Copies the files of a job to a folder of this machine; they keep their names in messages. */
export async function copyHere(
  source: JobSource,
  { engine, folder, ...options }: StatementOptions & { engine: Engine; folder: string },
): Promise<JobSource> {
  const { files } = source.entry;
  if (files === null) return source;
  const all = [files.params, ...files.labels, files.csv].filter((file) => file !== null);
  const remote = all.map(({ path }) => path).filter(isAddress);
  const bytes = await remoteBytes(engine, remote, options);
  await mkdir(folder, { recursive: true });
  const paths = new Map<string, string>();
  for (const [number, path] of remote.entries()) {
    const copy = join(folder, String(number));
    await writeFile(copy, bytes.get(path) ?? "");
    paths.set(path, copy);
  }
  const here = <T extends JobFile>(file: T): T => ({ ...file, path: paths.get(file.path) ?? file.path });
  const copied = {
    ...files,
    params: files.params && here(files.params),
    labels: files.labels.map(here),
    csv: files.csv && here(files.csv),
  };
  return { ...source, entry: { ...source.entry, files: copied } };
}
