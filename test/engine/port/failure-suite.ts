import { describe, expect, test } from "vitest";
import type { EngineProgress } from "../../../src/engine/engine.ts";
import { QueryError } from "../../../src/engine/query-error.ts";
import { makeTable } from "../../../src/tables/make-table.ts";
import type { SuiteParts } from "./engine-suite.ts";

export function failureSuite({ engine, open }: SuiteParts): void {
  test.each([
    ["a syntax error", "SELECT FROM WHERE"],
    ["an unknown column", "SELECT nothing_here FROM (SELECT 1 AS something) AS t"],
    ["an unknown table", "SELECT * FROM no_such_table"],
    ["a value that cannot be cast", "SELECT CAST(t AS INT) AS x FROM (SELECT 'word' AS t) AS s"],
    ["no query", ""],
  ])("is told by the engine, of %s", async (_, sql) => {
    const readBatches = async () => {
      for await (const batch of engine().query(sql)) expect(batch.numRows).toBe(0);
    };
    // Statements that do nothing but ask need not be run.
    const others = sql.includes("CAST") ? [] : [() => engine().exec(sql)];
    for (const run of [() => engine().query(sql).toTable(), readBatches, ...others]) {
      const error: unknown = await run().then(
        () => null,
        (reason) => reason,
      );
      expect(error).toBeInstanceOf(QueryError);
      expect(error).toMatchObject({ engine: engine().name, code: "QUERY", query: sql });
      expect(String(error)).toMatch(/^QueryError: Cannot run the query: ./);
    }
  });

  test("is a text of several statements", async () => {
    const error = await engine()
      .query("SELECT 1 AS x; SELECT 2 AS x")
      .toTable()
      .catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(QueryError);
  });

  describe("for its signal", () => {
    const endless = "SELECT sum(a.n * b.n * c.n * d.n % 7) AS s FROM long a, long b, long c, long d";

    test("stops with its reason, and the engine goes on", async () => {
      const long = makeTable([["n", Int32Array.from({ length: 3000 }, (_, i) => i)]]);
      const { keep } = engine().dialect;
      await engine().registerDataset({ long });
      for (const run of [
        (signal: AbortSignal) => engine().query(endless, undefined, { signal }).toTable(),
        (signal: AbortSignal) => engine().exec(keep("never", endless), undefined, { signal }),
      ]) {
        const controller = new AbortController();
        const reason = new Error("enough");
        const running = run(controller.signal);
        setTimeout(() => controller.abort(reason), 300);
        await expect(running).rejects.toBe(reason);
        await expect(run(controller.signal)).rejects.toBe(reason);
      }
      expect((await engine().query("SELECT count(*) AS n FROM long").toTable()).get("n")).toBe(3000);
    });

    test("has told of its progress until then", async () => {
      const { keep, drop } = engine().dialect;
      const rows = makeTable([["n", Int32Array.from({ length: 3000 }, (_, i) => i)]]);
      await engine().registerDataset({ counted: rows });
      await engine().exec(keep("many", "SELECT a.n FROM counted a CROSS JOIN counted b WHERE b.n < 500"));
      const slow = "SELECT sum(a.n * b.n % 7) AS s FROM many a CROSS JOIN counted b";
      const controller = new AbortController();
      const told: EngineProgress[] = [];
      const onProgress = (progress: EngineProgress): void => {
        told.push(progress);
        if (told.length === 2) controller.abort();
      };
      const options = { signal: controller.signal, onProgress };
      const stopped = engine().query(slow, undefined, options).toTable();
      await expect(stopped).rejects.toThrow("aborted");
      expect(told.length).toBeGreaterThanOrEqual(2);
      for (const { unit, done, total } of told) {
        expect(unit).toBe(engine().name === "spark" ? "task" : "row");
        expect(done).toBeGreaterThanOrEqual(0);
        expect(total).toBeGreaterThanOrEqual(done);
      }
      await engine().exec(drop("many"));
    });
  });

  test("is everything after close(), also what is running", async () => {
    const other = await open();
    const long = makeTable([["n", Int32Array.from({ length: 3000 }, (_, i) => i)]]);
    await other.registerDataset({ long });
    const running = other
      .query("SELECT sum(a.n * b.n * c.n * d.n % 7) AS s FROM long a, long b, long c, long d")
      .toTable();
    const outcome = expect(running).rejects.toThrow();
    await new Promise((resolve) => setTimeout(resolve, 300));
    await other.close();
    await other.close();
    await outcome;
    await expect(other.query("SELECT 1 AS x").toTable()).rejects.toThrow(/closed/);
    await expect(other.exec("SELECT 1 AS x")).rejects.toThrow(/closed/);
    await expect(other.explain("SELECT 1 AS x")).rejects.toThrow(/closed/);
    await expect(other.registerDataset({ long })).rejects.toThrow(/closed/);
    await expect(other.writeTable("SELECT 1 AS x", { path: "nowhere" })).rejects.toThrow(/closed/);
  });
}
