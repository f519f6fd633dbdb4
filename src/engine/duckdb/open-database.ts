import type { DuckDBInstance } from "@duckdb/node-api";
import type { DuckDb } from "../../io/duckdb/load-duckdb.ts";
import { quoteText } from "../../io/duckdb/quote-text.ts";
import { memoryBudget } from "../memory-budget.ts";
import type { DuckDbOptions } from "./duckdb-options.ts";

const DEFAULT_TEMP_BYTES = 10 * 2 ** 30;

/** What a database is opened with, beside its limits. */
export interface DatabaseAccess {
  /** The temporary folder. */
  readonly folder: string;
  /** The files that may be read, by absolute path. */
  readonly paths: readonly string[];
  /** Whether its settings can be changed later. */
  readonly isOpen: boolean;
}

/**
 * Opens an empty database in memory.
 *
 * @throws {RangeError} When a limit is not a whole number of at least 1.
 */
export async function openDatabase(
  api: DuckDb,
  { memoryLimit, maxTempBytes, threads, externalAccess = false }: DuckDbOptions,
  { folder, paths, isOpen }: DatabaseAccess,
): Promise<DuckDBInstance> {
  checkLimits({ memoryLimit, maxTempBytes, threads });
  const own = { autoinstall_known_extensions: "false", autoload_known_extensions: "false" };
  const database = await api.DuckDBInstance.create(":memory:", {
    memory_limit: `${memoryLimit ?? memoryBudget()}B`,
    temp_directory: folder,
    ...(threads !== undefined && { threads: String(threads) }),
    ...(externalAccess ? {} : own),
  });
  const settings = [
    "SET GLOBAL TimeZone = 'UTC'",
    // A query looks at the files' footers several times.
    "SET GLOBAL parquet_metadata_cache = true",
    // Among the options that a database is created with, it would be shown and not heeded.
    `SET GLOBAL max_temp_directory_size = '${maxTempBytes ?? DEFAULT_TEMP_BYTES}B'`,
    ...(externalAccess
      ? []
      : [
          "SET GLOBAL allow_persistent_secrets = false",
          `SET GLOBAL allowed_paths = [${paths.map(quoteText).join(", ")}]`,
          "SET GLOBAL enable_external_access = false",
        ]),
    ...(isOpen ? [] : ["SET GLOBAL lock_configuration = true"]),
  ];
  const connection = await database.connect();
  try {
    await connection.run(settings.join("; "));
  } finally {
    connection.closeSync();
  }
  return database;
}

function checkLimits(limits: Readonly<Record<string, number | undefined>>): void {
  for (const [name, limit] of Object.entries(limits)) {
    if (limit === undefined || (Number.isSafeInteger(limit) && limit >= 1)) continue;
    throw new RangeError(
      `Cannot open a database with ${name} ${limit}: expected a whole number of at least 1`,
    );
  }
}
