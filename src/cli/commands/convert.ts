import { inspectFile } from "../../io/inspect-file.ts";
import { readTable } from "../../io/read-table.ts";
import { typeTexts } from "../../io/type-texts.ts";
import { writeTable } from "../../io/write-table.ts";
import { countOf } from "../../util/count-of.ts";
import { type Command, command } from "../command.ts";
import { EXIT } from "../exit-status.ts";
import { formatOfFile } from "../format-of-file.ts";
import { OUTPUT_OPTIONS } from "../output-options.ts";
import { parseCompression } from "../parse-compression.ts";
import { printJson } from "../print-json.ts";
import { UsageError } from "../usage-error.ts";

/** `infinity-frames convert`: a table from one file format to another. */
export const convert: Command = command(
  {
    name: "convert",
    about:
      "Write the table of a file in another format. Types are kept, and the texts that Parquet and Arrow files hold beside their data. Columns of CSV files become numbers and truth values where all of their cells are written so.",
    arguments: [
      { name: "FILE", help: "a .parquet, .arrow, .feather, .csv, .tsv, .json, .jsonl or .ndjson file" },
      { name: "OUT", help: "the .parquet, .arrow or .csv file to write" },
    ],
    options: {
      compression: {
        type: "string",
        value: "CODEC",
        help: "of Parquet: snappy (if not given), zstd or none",
      },
      text: { type: "boolean", help: "leave the columns of CSV files as text" },
      force: { type: "boolean", help: "replace the file that is there already" },
      raw: {
        type: "boolean",
        help: "leave texts in CSV files as they are; else those that a spreadsheet would run get an apostrophe",
      },
      ...OUTPUT_OPTIONS,
    },
  },
  async ({ values, args: [path = "", out = ""] }) => {
    const { compression, text, force, raw, json, quiet } = values;
    const format = formatOfFile("OUT", out);
    const codec = compression === undefined ? undefined : parseCompression(compression);
    if (codec !== undefined && format !== "parquet")
      throw new UsageError("--compression is for .parquet files");
    const read = await readTable(path);
    const table = /\.[ct]sv$/i.test(path) && !text ? typeTexts(read) : read;
    const metadata = /\.(parquet|arrow|feather)$/i.test(path) ? (await inspectFile(path)).metadata : {};
    await writeTable(table, out, {
      format,
      force,
      metadata,
      guardFormulas: !raw,
      compression: codec,
    });
    if (json) printJson({ path: out, rows: table.numRows(), columns: table.numCols() });
    else if (!quiet) {
      console.error(
        `${countOf(table.numRows(), "row")} of ${countOf(table.numCols(), "column")} written to ${out}`,
      );
    }
    return EXIT.ok;
  },
);
