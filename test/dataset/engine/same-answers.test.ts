import { afterAll, beforeAll } from "vitest";
import type { Engine } from "../../../src/engine/engine.ts";
import { openEngine } from "../../../src/engine/open-engine.ts";
import { testSameAnswers } from "./same-answers.ts";

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine("duckdb:");
});
afterAll(() => engine.close());

testSameAnswers(() => engine, ["visionfit", "sensefit", "mixed"]);
