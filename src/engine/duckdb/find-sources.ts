import type { SqlTables } from "../sql-table.ts";
import { findSource } from "./find-source.ts";
import type { TableSource } from "./table-source.ts";

/** Where the rows of a table come from, and what the table is called. */
export interface NamedSource extends TableSource {
  readonly name: string;
}

/**
 * Finds where the rows of tables come from.
 *
 * @returns The sources by the tables' names in lower case: SQL does not tell the case of names.
 * @throws {TypeError} When a table is none, or two are called the same but for upper and lower case.
 * @throws {TableReadError} When a file is missing, or a folder holds no Parquet file.
 */
export async function findSources(tables: SqlTables): Promise<Map<string, NamedSource>> {
  const sources = new Map<string, NamedSource>();
  for (const [name, table] of Object.entries(tables)) {
    const key = name.toLowerCase();
    const same = sources.get(key);
    if (same !== undefined) {
      throw new TypeError(
        `Cannot query table "${name}" beside "${same.name}": SQL does not tell upper from lower case, give them other names`,
      );
    }
    if (name === "" || name.includes("\0")) {
      throw new TypeError(
        `Cannot query a table called ${JSON.stringify(name)}: expected a name of one character or more`,
      );
    }
    sources.set(key, { name, ...(await findSource(name, table, sources.size)) });
  }
  return sources;
}
