import { parseNumber } from "../../util/parse-number.ts";

/** A CSV file of numbers. */
export interface NumericCsv {
  header: readonly string[];
  /** The cells of every line after the header; null where a cell is empty. */
  lines: readonly (readonly (number | null)[])[];
}

/** A fault in a CSV text. */
export class CsvFault extends Error {
  override name = "CsvFault";
  /** The line, from 1. */
  readonly line: number;

  constructor(line: number, reason: string) {
    super(reason);
    this.line = line;
  }
}

const SPECIAL = /^([+-]?)(nan|inf|infinity)$/i;

/**
 * Parses comma-separated lines of numbers below a header; there is no quoting. `nan` and `inf` are numbers. A cell
 * may be empty, as pandas writes NaN.
 *
 * @param options `complete`: the columns that may hold no empty cell.
 * @throws {CsvFault} When there is no header, it repeats a name, or a line has too few, too many or other cells.
 */
export function parseNumericCsv(text: string, { complete }: { complete: ReadonlySet<string> }): NumericCsv {
  const all = text.replace(/^\ufeff/, "").split(/\r?\n/);
  if (all.at(-1) === "") all.pop();
  const header = all[0]?.split(",").map((name) => name.trim());
  if (header === undefined || header.every((name) => name === "")) throw new CsvFault(1, "no header line");
  for (const [index, name] of header.entries()) {
    if (header.indexOf(name) < index) throw new CsvFault(1, `column "${name}" is there twice`);
  }
  const lines = all.slice(1).map((line, index) => {
    const cells = line.split(",");
    if (cells.length !== header.length) {
      throw new CsvFault(index + 2, `expected ${header.length} cells, got ${cells.length}`);
    }
    return cells.map((cell, column) => {
      const value = toNumber(cell.trim());
      if (value !== null) return value;
      if (cell.trim() === "" && !complete.has(header[column] ?? "")) return null;
      throw new CsvFault(index + 2, `"${header[column]}" must be a number, got ${JSON.stringify(cell)}`);
    });
  });
  return { header, lines };
}

function toNumber(cell: string): number | null {
  const number = parseNumber(cell);
  if (number !== null) return number;
  const special = SPECIAL.exec(cell);
  if (special === null) return null;
  if (special[2]?.toLowerCase() === "nan") return Number.NaN;
  return special[1] === "-" ? -Infinity : Infinity;
}
