import { openEngine } from "../../../../src/engine/open-engine.ts";
import { testQueries } from "./query-suite.ts";

testQueries(() => openEngine("duckdb:"));
