/** An executor as the driver tells of it. */
interface DriverExecutor {
  id: string;
  isActive: boolean;
  completedTasks: number;
  activeTasks: number;
}

/** How many tasks each executor has completed, by its number; those that were lost count too. */
export async function tasksByExecutor(ui: string): Promise<Record<string, number>> {
  const executors = await executorsOf(ui);
  return Object.fromEntries(executors.map(({ id, completedTasks }) => [id, completedTasks]));
}

/** How many tasks are running. */
export async function activeTasks(ui: string): Promise<number> {
  const executors = (await executorsOf(ui)).filter(({ isActive }) => isActive);
  return executors.reduce((sum, executor) => sum + executor.activeTasks, 0);
}

/** The numbers of the executors that the driver sends tasks to. */
export async function activeExecutors(ui: string): Promise<string[]> {
  return (await executorsOf(ui)).filter(({ isActive }) => isActive).map(({ id }) => id);
}

async function executorsOf(ui: string): Promise<DriverExecutor[]> {
  const api = `${ui}/api/v1/applications`;
  const [application] = await get<{ id: string }[]>(api);
  const executors = await get<DriverExecutor[]>(`${api}/${application?.id}/allexecutors`);
  return executors.filter(({ id }) => id !== "driver");
}

/** Gets JSON from a page of Spark's. */
export async function get<T>(url: string): Promise<T> {
  const headers = { connection: "close" };
  const reply = await fetch(url, { headers, signal: AbortSignal.timeout(10_000) });
  if (!reply.ok) throw new Error(`${url} answered ${reply.status}`);
  return (await reply.json()) as T;
}
