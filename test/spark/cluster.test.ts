import { existsSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Cluster } from "./cluster/cluster.ts";
import { commandOf, isRunning } from "./cluster/processes.ts";
import { startCluster } from "./cluster/start-cluster.ts";

let cluster: Cluster;
let folder: string;

beforeAll(async () => {
  cluster = await startCluster({ conf: { "spark.executor.memory": "1g" } });
  folder = / -d (\S+)\/worker-0 /.exec(commandOf(cluster.workers()[0] ?? 0))?.[1] ?? "";
});

afterAll(() => cluster?.stop());

function executors(): number[] {
  return cluster.executors().flatMap((executor) => executor?.pid ?? []);
}

test("each of two workers has an executor of its own, with the settings that were asked for", async () => {
  const pids = [...cluster.workers(), ...executors()];
  expect(new Set(pids).size).toBe(4);
  for (const pid of executors()) expect(commandOf(pid)).toContain(" -Xmx1024M ");
  expect(await cluster.tasksByExecutor()).toEqual({ 0: 0, 1: 0 });
  expect(await cluster.activeTasks()).toBe(0);
});

test("a killed executor is replaced by its worker, the other one stays", async () => {
  const [first, second] = executors();
  await cluster.killExecutor(0);
  await cluster.ready();
  const now = executors();
  expect(now[0]).not.toBe(first);
  expect(now[1]).toBe(second);
});

test("a killed worker takes its executor along, and another can take its place", async () => {
  const [worker, other] = cluster.workers();
  const [executor] = executors();
  await cluster.killWorker(0);
  expect(cluster.executors().map((each) => each === undefined)).toEqual([true, false]);
  expect(commandOf(executor ?? 0)).toBe("");
  await expect(cluster.ready()).rejects.toThrow(/lost a process.*worker-0\.log \(ended\):\n.*INFO/s);
  cluster.restartWorker(0);
  await cluster.ready();
  expect(cluster.workers()[0]).not.toBe(worker);
  expect(cluster.workers()[1]).toBe(other);
});

test("all that was started is gone in the end, and the memory that it took is known", async () => {
  const groups = cluster.workers();
  expect(cluster.peakMemory()).toBeGreaterThan(500 * 2 ** 20);
  expect(existsSync(folder)).toBe(true);
  await cluster.stop();
  expect(groups.filter(isRunning)).toEqual([]);
  expect(existsSync(folder)).toBe(false);
});
