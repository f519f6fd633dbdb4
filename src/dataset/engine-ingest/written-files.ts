import type { Engine, StatementOptions } from "../../engine/engine.ts";
import type { Part } from "../ingest/part.ts";

/** A file that an engine has written. */
export interface WrittenFile {
  /** Its path, below the folder of the table. */
  file: string;
  rows: number;
  /** The jobs whose rows it holds, one after the other, and how many. */
  jobs: Part["jobs"];
}

interface Run {
  file: string;
  job_id: string;
  first: number;
  last: number;
  rows: number;
}

/** Options of {@link writtenFiles}. */
export interface WrittenFilesOptions extends StatementOptions {
  /** The folder, as the engine reaches it. */
  folder: string;
  /** How many folders deep its files are. */
  depth: number;
}

/** Asks an engine for the rows in the Parquet files of a folder, which has some. */
export async function writtenFiles(
  engine: Engine,
  { folder, depth, ...options }: WrittenFilesOptions,
): Promise<WrittenFile[]> {
  const { dialect } = engine;
  const rows = dialect.parquetRows(folder);
  const ask = async (sql: string): Promise<Run[]> => {
    return (await engine.query(sql, undefined, options).toTable()).objects() as Run[];
  };
  const select = 'SELECT file, job_id, min(place) AS "first", max(place) AS "last", count(*) AS "rows" FROM';
  let runs = await ask(`${select} (${rows}) AS places GROUP BY file, job_id`);
  // Seldom: rows of one job with those of another in between.
  if (runs.some(({ first, last, rows }) => Number(last) - Number(first) + 1 !== Number(rows))) {
    const number = "row_number() OVER (PARTITION BY file, job_id ORDER BY place)";
    runs = await ask(
      `${select} (SELECT *, place - ${number} AS island FROM (${rows}) AS places) AS islands GROUP BY file, job_id, island`,
    );
  }
  const files = new Map<string, Run[]>();
  for (const run of runs) {
    const same = files.get(run.file) ?? [];
    files.set(run.file, same);
    same.push(run);
  }
  return Array.from(files, ([file, all]) => {
    const sorted = all.sort((a, b) => Number(a.first) - Number(b.first));
    return {
      file: file
        .split(/[/\\]/)
        .slice(-1 - depth)
        .join("/"),
      rows: sorted.reduce((sum, run) => sum + Number(run.rows), 0),
      jobs: sorted.map((run): [string, number] => [run.job_id, Number(run.rows)]),
    };
  }).sort((a, b) => (a.file < b.file ? -1 : 1));
}
