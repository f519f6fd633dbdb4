import { afterAll, beforeAll, vi } from "vitest";
import type { Engine } from "../../../src/engine/engine.ts";
import { openEngine } from "../../../src/engine/open-engine.ts";
import { testSameAnswers } from "../../dataset/engine/same-answers.ts";
import { FOLDERS } from "../../stats/labels/label-folders.ts";
import { sparkAddress } from "../shared-cluster.ts";

// A folder takes some hundred queries, each with tasks of its own.
vi.setConfig({ testTimeout: 600_000 });

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine(sparkAddress());
});
afterAll(() => engine?.close());

testSameAnswers(() => engine, Object.keys(FOLDERS));
