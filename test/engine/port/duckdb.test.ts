import { openEngine } from "../../../src/engine/open-engine.ts";
import { engineSuite } from "./engine-suite.ts";

engineSuite("DuckDB", () => openEngine("duckdb:"));
