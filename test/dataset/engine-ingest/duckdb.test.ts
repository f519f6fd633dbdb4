import { afterAll, beforeAll, describe } from "vitest";
import type { Engine } from "../../../src/engine/engine.ts";
import { openEngine } from "../../../src/engine/open-engine.ts";
import { engineIngestSuite } from "./engine-ingest-suite.ts";

describe("ingestOnEngine() on DuckDB", () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openEngine("duckdb:");
  });
  afterAll(() => engine.close());
  engineIngestSuite(() => engine);
});
