import type { TestProject } from "vitest/node";
import { Missing } from "./missing.ts";
import { startCluster } from "./start-cluster.ts";

declare module "vitest" {
  export interface ProvidedContext {
    sparkAddress: string;
    sparkUi: string | null;
  }
}

/**
 * Starts the cluster that all tests share, or uses the server that `INFINITY_FRAMES_SPARK` names (and the pages of its
 * driver, if `INFINITY_FRAMES_SPARK_UI` does).
 */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const { INFINITY_FRAMES_SPARK: address, INFINITY_FRAMES_SPARK_UI: ui = null } = process.env;
  if (address !== undefined) {
    project.provide("sparkAddress", address);
    project.provide("sparkUi", ui);
    return undefined;
  }
  try {
    return await share(project);
  } catch (error) {
    if (!(error instanceof Missing)) throw error;
    tell(`skipping all its tests, which need ${error.message}`);
    project.provide("sparkAddress", "");
    project.provide("sparkUi", null);
    project.vitest.setGlobalTestNamePattern(/(?!)/);
    return undefined;
  }
}

async function share(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await startCluster();
  const started = `ready ${cluster.startSeconds.toFixed(1)} s after its start`;
  tell(started);
  project.provide("sparkAddress", cluster.address);
  project.provide("sparkUi", cluster.ui);
  process.env.INFINITY_FRAMES_SPARK = cluster.address;
  process.env.INFINITY_FRAMES_SPARK_UI = cluster.ui;
  return async () => {
    const gibibytes = cluster.peakMemory() / 2 ** 30;
    await cluster.stop();
    tell(`${started}, at most ${gibibytes.toFixed(1)} GiB of memory in its processes`);
  };
}

function tell(text: string): void {
  process.stderr.write(`Spark: ${text}\n`);
}
