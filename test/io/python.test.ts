import { execFileSync } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ColumnTable } from "arquero";
import { describe, expect, test } from "vitest";
import { toArrowIpc } from "../../src/io/to-arrow-ipc.ts";
import { writeParquet } from "../../src/io/write-parquet.ts";
import type { ColumnType } from "../../src/tables/column-type.ts";
import { columnTypeOf } from "../../src/tables/column-type-of.ts";
import { DictColumn } from "../../src/tables/dict-column.ts";
import { makeTable } from "../../src/tables/make-table.ts";
import { structFields } from "../../src/tables/struct-type.ts";
import { temporaryFolder } from "../util/temporary-folder.ts";
import { allTypes } from "./all-types.ts";

const SCRIPT = fileURLToPath(new URL("util/read-file.py", import.meta.url));
const { INFINITY_FRAMES_PYTHON: PYTHON = "python3" } = process.env;

/** The libraries that are installed here. */
const LIBRARIES = ["pyarrow", "pandas", "polars"].filter((name) => {
  try {
    execFileSync(PYTHON, ["-c", `import pyarrow, ${name}`], { stdio: "pipe" });
    return true;
  } catch {
    process.stderr.write(
      `Skipping tests that need Python with ${name}: set INFINITY_FRAMES_PYTHON to one that has it\n`,
    );
    return false;
  }
});

/** Beyond the years that Python's dates reach. */
const TOO_FAR = ["far timestamp"];

function source(): ColumnTable {
  const table = allTypes();
  const names = table.columnNames().filter((name) => !TOO_FAR.includes(name) && name !== "");
  return makeTable([
    ...names.map((name): [string, never] => [name, table.column(name) as never]),
    ["dictionary", new DictColumn(Uint8Array.of(2, 0, 1), ["b", null, "ä 😀"])],
  ]);
}

/** A value as the script tells it. */
function told(value: unknown, type: ColumnType): unknown {
  if (value === null || value === undefined) return null;
  if (type.endsWith("[]"))
    return Array.from(value as unknown[], (item) => told(item, type.slice(0, -2) as ColumnType));
  const fields = structFields(type);
  if (fields !== null) {
    const items = fields.map(([name, field]) => [
      name,
      told((value as Record<string, unknown>)[name], field),
    ]);
    return { s: Object.fromEntries(items) };
  }
  if (type === "timestamp") return { t: String(BigInt((value as Date).getTime()) * 1000n) };
  if (type === "float64") return { f: value };
  return type.startsWith("int") ? { i: String(value) } : value;
}

/** Floats come as hexadecimal text, which loses nothing. */
function parsed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(parsed);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value);
  const [[kind, content] = ["", null]] = entries;
  if (entries.length === 1 && kind === "f") return { f: fromHex(content as string) };
  return Object.fromEntries(entries.map(([name, item]) => [name, parsed(item)]));
}

function fromHex(text: string): number {
  const [, sign, whole, fraction = "", exponent] = /^(-?)0x([01])\.?([0-9a-f]*)p([+-]\d+)$/.exec(text) ?? [];
  if (exponent === undefined) return Number(text.replace("inf", "Infinity").replace("nan", "NaN"));
  const mantissa = Number.parseInt(`${whole}${fraction}`, 16) * 2 ** (-4 * fraction.length);
  const value = mantissa * 2 ** Math.max(Number(exponent), -1022);
  return sign === "-" ? -value : value;
}

const WRITERS: Record<string, (table: ColumnTable, folder: string) => Promise<string>> = {
  "Parquet of DuckDB": (table, folder) => parquet(table, folder, "native"),
  "Parquet of JavaScript": (table, folder) => parquet(table, folder, "js"),
  "Parquet with zstd": async (table, folder) => {
    await writeParquet(table, join(folder, "z.parquet"), { compression: "zstd" });
    return join(folder, "z.parquet");
  },
  "an Arrow file": async (table, folder) => {
    await writeFile(join(folder, "a.arrow"), toArrowIpc(table));
    return join(folder, "a.arrow");
  },
};

async function parquet(table: ColumnTable, folder: string, engine: "native" | "js"): Promise<string> {
  await writeParquet(table, join(folder, "a.parquet"), { engine });
  return join(folder, "a.parquet");
}

describe.skipIf(LIBRARIES.length === 0)("Python reads every type, value for value, of", () => {
  test.each(Object.entries(WRITERS))(
    "%s",
    async (_, write) => {
      const table = source();
      const path = await write(table, await temporaryFolder());
      const output = execFileSync(PYTHON, [SCRIPT, path, ...LIBRARIES], { encoding: "utf8", maxBuffer: 1e8 });
      const expected = table.columnNames().map((name) => {
        const column = table.column(name)!;
        return [name, Array.from(column, (value) => told(value, columnTypeOf(column, name)))];
      });
      for (const [library, read] of Object.entries(JSON.parse(output) as Record<string, unknown>))
        expect(parsed(read), library).toEqual(Object.fromEntries(expected));
    },
    60_000,
  );
});
