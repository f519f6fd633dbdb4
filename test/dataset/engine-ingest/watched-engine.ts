import type { Engine, WriteOptions } from "../../../src/engine/engine.ts";

/** An engine that tells of each folder before it writes it. */
export function watchedEngine(engine: Engine, onWrite: (path: string) => void): Engine {
  return {
    name: engine.name,
    version: engine.version,
    dialect: engine.dialect,
    query: (sql, params, options) => engine.query(sql, params, options),
    exec: (sql, params, options) => engine.exec(sql, params, options),
    writeTable: async (query: string, options: WriteOptions) => {
      onWrite(options.path);
      await engine.writeTable(query, options);
    },
    registerDataset: (tables, options) => engine.registerDataset(tables, options),
    explain: (sql, params, options) => engine.explain(sql, params, options),
    close: () => engine.close(),
  };
}
