import { openEngine } from "../../src/engine/open-engine.ts";
import { engineSuite } from "../engine/port/engine-suite.ts";
import { sparkAddress } from "./shared-cluster.ts";

engineSuite("Spark", () => openEngine(sparkAddress()));
