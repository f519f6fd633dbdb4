import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { type EngineOptions, openEngine } from "../../src/engine/open-engine.ts";

test("opens an embedded DuckDB with its limits", async () => {
  const engine = await openEngine("duckdb:", { threads: 1 });
  expect(engine.name).toBe("duckdb");
  const threads = await engine.query("SELECT current_setting('threads')::INT AS n").toTable();
  expect(threads.objects()).toEqual([{ n: 1 }]);
  await engine.close();
});

describe("refuses", () => {
  test.each([
    "",
    "spark://host",
    "duckdb:file.db",
    "https://host/;token=secret",
    "sc:/host/;token=secret",
    "SC://secret",
  ])("the address %j without repeating it", async (address) => {
    const error = await openEngine(address).catch((error: unknown) => error);
    expect(error).toBeInstanceOf(TypeError);
    expect(inspect(error, { depth: 9 })).not.toContain("secret");
    expect(String(error)).toContain('"sc://host');
  });

  test.each<[string, EngineOptions, string]>([
    ["duckdb:", { connectTimeoutMs: 1 }, "connectTimeoutMs"],
    ["sc://127.0.0.1:9", { threads: 1 }, "threads"],
  ])("for %s an option of the other engine", async (address, options, name) => {
    await expect(openEngine(address, options)).rejects.toThrow(`There is no option "${name}"`);
  });
});
