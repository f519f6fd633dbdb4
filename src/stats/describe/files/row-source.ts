import type { ColumnTable } from "arquero";
import type { Dialect } from "../../../engine/dialect/dialect.ts";
import type { Engine } from "../../../engine/engine.ts";

/** What runs statements over rows that are described. */
export type RowEngine = Pick<Engine, "dialect" | "query" | "exec">;

/** The rows that are described, on an engine. */
export interface RowSource {
  readonly dialect: Dialect;
  /** The rows, as they stand in `FROM`. */
  readonly from: string;
  query(text: string): Promise<ColumnTable>;
  /** Works with the rows of a query as a table, which the engine keeps meanwhile. */
  keeping<T>(text: string, work: (table: string) => Promise<T>): Promise<T>;
}

/** @param from A table, or a query in brackets. */
export function rowSource(
  engine: RowEngine,
  { from, signal }: { from: string; signal: AbortSignal | undefined },
): RowSource {
  const { dialect } = engine;
  return {
    dialect,
    from: `${from} AS source`,
    query: (text) => engine.query(text, undefined, { signal }).toTable(),
    keeping: async (text, work) => {
      const name = `describe_${crypto.randomUUID().replaceAll("-", "")}`;
      try {
        await engine.exec(dialect.keep(name, text), undefined, { signal });
        return await work(name);
      } finally {
        // There is none when keeping it failed; and none is left once the engine is closed.
        await engine.exec(dialect.drop(name)).catch(() => undefined);
      }
    },
  };
}
