import { describe } from "vitest";
import { describesAsInMemory } from "../stats/describe/engine-suite.ts";
import { openSpark } from "./engine/opened.ts";

describe("describeQuery(), on Spark", () => {
  describesAsInMemory(openSpark);
});
