import { inject } from "vitest";
import { activeTasks, tasksByExecutor } from "./cluster/driver.ts";
import type {} from "./cluster/global-setup.ts";

/** The address of the server that all tests of Spark share: `sc://host:port`. */
export function sparkAddress(): string {
  return inject("sparkAddress") ?? process.env.INFINITY_FRAMES_SPARK ?? "";
}

/**
 * How many tasks each executor has completed and how many are running, from the driver's pages.
 *
 * @returns `null` for a server whose pages `INFINITY_FRAMES_SPARK_UI` does not name.
 */
export async function sparkTasks(): Promise<{ completed: Record<string, number>; active: number } | null> {
  const ui = inject("sparkUi") ?? process.env.INFINITY_FRAMES_SPARK_UI;
  if (ui === undefined) return null;
  return { completed: await tasksByExecutor(ui), active: await activeTasks(ui) };
}
