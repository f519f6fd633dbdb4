import { table } from "arquero";
import { describe, expect, onTestFinished, test } from "vitest";
import type { Engine } from "../../../src/engine/engine.ts";
import { openEngine } from "../../../src/engine/open-engine.ts";
import { describeQuery } from "../../../src/stats/describe/files/describe-query.ts";
import { describesAsInMemory } from "./engine-suite.ts";

async function open(): Promise<Engine> {
  const engine = await openEngine("duckdb:");
  onTestFinished(() => engine.close());
  return engine;
}

describe("describeQuery(), on DuckDB", () => {
  describesAsInMemory(open);

  test("takes queries that end as they are written, and leaves no table behind", async () => {
    const engine = await open();
    await engine.registerDataset({ boxes: table({ w: [1, 2, 3], size: ["a", "b", "a"] }) });
    const found = await describeQuery(engine, "SELECT w, size FROM boxes WHERE w > 1 -- two", {
      by: "size",
    });
    expect(found.select("size", "column", "mean").objects()).toEqual([
      { size: "a", column: "w", mean: 3 },
      { size: "b", column: "w", mean: 2 },
    ]);
    expect((await describeQuery(engine, "FROM boxes;\n")).numRows()).toBe(2);
    const failing = describeQuery(engine, "SELECT CASE WHEN w > 2 THEN error('no') END AS e FROM boxes");
    await expect(failing).rejects.toThrow("no");
    const tables = await engine.query("SELECT table_name FROM duckdb_tables()").toTable();
    expect(tables.array("table_name").filter((name) => String(name).startsWith("describe_"))).toEqual([]);
  });

  test("stops when its signal aborts", async () => {
    const signal = AbortSignal.abort(new Error("enough"));
    await expect(describeQuery(await open(), "SELECT 1", { signal })).rejects.toThrow("enough");
  });
});
