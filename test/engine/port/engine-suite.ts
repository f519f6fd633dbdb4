import { afterAll, beforeAll, describe } from "vitest";
import type { Engine } from "../../../src/engine/engine.ts";
import { dialectSuite } from "./dialect-suite.ts";
import { failureSuite } from "./failure-suite.ts";
import { querySuite } from "./query-suite.ts";
import { sourceSuite } from "./source-suite.ts";
import { writeSuite } from "./write-suite.ts";

/** What the parts of the suite are run with. */
export interface SuiteParts {
  /** An engine that all tests share. */
  engine(): Engine;
  /** Opens another one. */
  open(): Promise<Engine>;
}

/** What every engine must do, tested on the port alone. */
export function engineSuite(name: string, open: () => Promise<Engine>): void {
  describe(`the engine port on ${name}`, () => {
    let shared: Engine;
    beforeAll(async () => {
      shared = await open();
    });
    afterAll(() => shared.close());
    const parts: SuiteParts = { engine: () => shared, open };
    describe("query()", () => querySuite(parts));
    describe("registerDataset()", () => sourceSuite(parts));
    describe("writeTable()", () => writeSuite(parts));
    describe("what fails", () => failureSuite(parts));
    describe("the dialect", () => dialectSuite(parts));
  });
}
