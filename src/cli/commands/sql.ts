import type { ColumnTable } from "arquero";
import type { SqlValue } from "../../engine/sql-params.ts";
import type { SqlTable } from "../../engine/sql-table.ts";
import { FileExistsError } from "../../io/file-exists-error.ts";
import { countOf } from "../../util/count-of.ts";
import { type Command, command } from "../command.ts";
import { checkNoLocalOptions, ENGINE_OPTION } from "../engine-option.ts";
import { EXIT } from "../exit-status.ts";
import { formatOfFile } from "../format-of-file.ts";
import { kindOfPath } from "../kind-of-path.ts";
import { OUTPUT_OPTIONS } from "../output-options.ts";
import { parseCount } from "../parse-count.ts";
import { parsePair } from "../parse-pair.ts";
import { parseParams } from "../parse-params.ts";
import { parseSize } from "../parse-size.ts";
import { printJson } from "../print-json.ts";
import { ProgressLine } from "../progress-line.ts";
import { rowObjects, showRows } from "../show-rows.ts";

const DEFAULT_ROWS = 50;

/** Options that an engine elsewhere has no use for. */
const LOCAL = ["polygons", "memory", "external-access"] as const;

/** `infinity-frames sql`: a query over tables. */
export const sql: Command = command(
  {
    name: "sql",
    about:
      "Run one SELECT, in DuckDB's dialect, over tables: those of folders that ingest wrote, those of downloaded jobs or a published dataset, and single files. Tables of one folder join on job_id. The query only reads, and reaches no other file. With --engine it is a statement in the dialect of that engine, as is.",
    arguments: [
      { name: "QUERY", help: "the SELECT; in quotes, it is one argument" },
      {
        name: "FOLDER",
        help: "a folder of tables or of jobs; a file is a table of its own name, without the extension",
        optional: true,
        repeated: true,
      },
    ],
    options: {
      table: {
        type: "string",
        value: "NAME=FILE",
        multiple: true,
        default: [],
        help: "one more table: a file, or a folder of Parquet files",
      },
      param: {
        type: "string",
        value: "NAME=VALUE",
        multiple: true,
        default: [],
        help: "the value of $NAME in the query, :NAME on Spark, as in JSON, or else a text",
      },
      polygons: { type: "boolean", help: "of jobs, also read the outlines of instances" },
      out: { type: "string", value: "FILE", help: "write all rows to a .parquet, .arrow or .csv file" },
      force: { type: "boolean", help: "replace the file that is there already" },
      "max-rows": {
        type: "string",
        value: "N",
        help: `print so many rows at most; ${DEFAULT_ROWS} if not given, with --json all`,
      },
      memory: {
        type: "string",
        value: "SIZE",
        help: "the memory for large joins and sorts, such as 2GB; what does not fit goes to temporary files; a quarter of the machine's if not given",
      },
      "external-access": { type: "boolean", help: "let the query read other files and addresses" },
      ...ENGINE_OPTION,
      ...OUTPUT_OPTIONS,
    },
  },
  async ({ values, args: [query = "", ...paths], signal }) => {
    const { out, force, quiet, engine } = values;
    if (engine !== undefined) checkNoLocalOptions(values, LOCAL);
    const format = out === undefined ? null : formatOfFile("--out", out);
    const maxRows = values["max-rows"] === undefined ? null : parseCount("max-rows", values["max-rows"], 0);
    const params = parseParams(values.param);
    const more = values.table.map((text) => parsePair("table", text));
    if (out !== undefined && !force && (await kindOfPath(out)) !== null) {
      throw new FileExistsError(out);
    }

    const result =
      engine === undefined
        ? await queryHere(query, { values, paths, tables: more, params, signal })
        : await queryThere(query, { values, address: engine, paths, tables: more, params, signal });
    if (out !== undefined && format !== null) {
      const { writeTable } = await import("../../io/write-table.ts");
      await writeTable(result, out, { format, force });
      if (!quiet) console.error(`${countOf(result.numRows(), "row")} written to ${out}`);
      if (values.json) printJson({ rows: result.numRows(), path: out });
      return EXIT.ok;
    }
    print(result, { ...values, maxRows });
    return EXIT.ok;
  },
);

interface Asked {
  values: { polygons: boolean; quiet: boolean; memory: string | undefined; "external-access": boolean };
  paths: readonly string[];
  tables: readonly (readonly [name: string, path: string])[];
  params: Record<string, SqlValue>;
  signal: AbortSignal;
}

async function queryHere(
  query: string,
  { values, paths, tables: more, params, signal }: Asked,
): Promise<ColumnTable> {
  const { polygons, quiet, memory } = values;
  const memoryLimit = memory === undefined ? undefined : parseSize("memory", memory);
  const { findTables } = await import("../find-tables.ts");
  const { sql: runSql } = await import("../../engine/sql.ts");
  const progress = new ProgressLine(values);
  const tables = await findTables(paths, {
    polygons,
    signal,
    onProgress: ({ done, total }) => progress.show({ label: "read", done, total }),
  }).finally(() => progress.end());
  for (const [name, path] of more) tables.set(name, path);
  if (!quiet) await warnOfProblems(tables.get("problems"));
  return runSql(query, {
    tables: Object.fromEntries(tables),
    params,
    signal,
    memoryLimit,
    externalAccess: values["external-access"],
  });
}

async function queryThere(
  query: string,
  { values, address, ...asked }: Asked & { address: string },
): Promise<ColumnTable> {
  const { queryEngine } = await import("../query-engine.ts");
  const progress = new ProgressLine(values);
  return queryEngine(query, {
    ...asked,
    address,
    onProgress: ({ done, total, unit }) => progress.show({ label: "query", done, total, thing: unit }),
  }).finally(() => progress.end());
}

async function warnOfProblems(problems: SqlTable | undefined): Promise<void> {
  const { isTable } = await import("../../tables/is-table.ts");
  const count = isTable(problems) ? problems.numRows() : 0;
  if (count > 0) console.error(`${countOf(count, "problem")}, listed in the table problems`);
}

interface PrintOptions {
  json: boolean;
  quiet: boolean;
  maxRows: number | null;
}

function print(result: ColumnTable, { json, quiet, maxRows }: PrintOptions): void {
  const rows = result.numRows();
  const shown = Math.min(rows, maxRows ?? (json ? rows : DEFAULT_ROWS));
  if (json) printJson(rowObjects(result, shown));
  else console.log(showRows(result, shown));
  if (shown < rows && !quiet) {
    console.error(`${shown} of ${countOf(rows, "row")}; --max-rows shows more, --out writes all to a file`);
  }
}
