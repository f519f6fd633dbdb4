import { SparkEngine } from "../../src/engine/spark/spark-engine.ts";
import { engineSuite } from "../engine/port/engine-suite.ts";
import { sparkAddress } from "./shared-cluster.ts";

engineSuite("Spark", () => SparkEngine.open(sparkAddress()));
