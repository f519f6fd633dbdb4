import { openEngine } from "../../src/engine/open-engine.ts";
import { testQueries } from "../dataset/engine-ingest/queries/query-suite.ts";
import { sparkAddress } from "./shared-cluster.ts";

testQueries(() => openEngine(sparkAddress()));
