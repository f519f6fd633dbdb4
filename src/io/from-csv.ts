import type { ColumnTable } from "arquero";
import { CsvError, parse } from "csv-parse/sync";
import { makeColumn } from "../tables/make-column.ts";
import { makeTable } from "../tables/make-table.ts";
import { csvDelimiter } from "./csv-delimiter.ts";
import { TableReadError } from "./table-read-error.ts";

/** Options of {@link fromCsv}. */
export interface FromCsvOptions {
  /** The file that the text is of, for messages. */
  path: string;
  /** What separates the cells. @default found in the header */
  delimiter?: string | undefined;
}

interface CsvRecord {
  /** The line where it starts. */
  line: number;
  cells: string[];
}

/** Reads a CSV text with a header line as a table of strings, in which empty cells are missing values. */
export function fromCsv(text: string, { path, delimiter = csvDelimiter(text) }: FromCsvOptions): ColumnTable {
  const [header, ...records] = parseRecords(text, path, delimiter);
  if (header === undefined)
    throw new TableReadError({ path, reason: "it is empty, a header line is needed" });
  const names = header.cells;
  names.forEach((name, i) => {
    const fault =
      name === ""
        ? "has no name (pandas writes its index so, unless told index=False)"
        : names.indexOf(name) < i
          ? `is another ${JSON.stringify(name)}`
          : null;
    if (fault !== null)
      throw new TableReadError({ path, line: header.line, reason: `column ${i + 1} ${fault}` });
  });
  // Where rows have several cells, an empty line is no row.
  const rows =
    names.length === 1 ? records : records.filter(({ cells }) => cells.length > 1 || cells[0] !== "");
  for (const { line, cells } of rows) {
    if (cells.length === names.length) continue;
    const reason = `it has ${cells.length} cells, the header has ${names.length}, separated by ${JSON.stringify(delimiter)}`;
    throw new TableReadError({ path, line, reason });
  }
  return makeTable(
    names.map((name, i) => [
      name,
      makeColumn(
        "string",
        rows.map(({ cells }) => (cells[i] === "" ? null : cells[i])),
      ),
    ]),
  );
}

function parseRecords(text: string, path: string, delimiter: string): CsvRecord[] {
  const records: CsvRecord[] = [];
  let line = 1;
  try {
    parse(text, {
      delimiter,
      record_delimiter: ["\r\n", "\n", "\r"],
      relax_column_count: true,
      on_record(cells: string[], { lines }) {
        records.push({ line, cells });
        line = lines + 1;
        return null;
      },
    });
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    throw new TableReadError({ path, line, reason: cause.message }, { cause });
  }
  return records;
}
