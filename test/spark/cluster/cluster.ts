import { accepts } from "./accepts.ts";
import { connectCommand, type Layout, masterCommand, workerCommand } from "./commands.ts";
import { Daemon, type DaemonOptions } from "./daemon.ts";
import { activeExecutors, activeTasks, get, tasksByExecutor } from "./driver.ts";
import { commandOf, peakMemoryOf, processesOf } from "./processes.ts";

/** The JVM of an executor. */
export interface Executor {
  pid: number;
  /** Its number, which a restarted one does not share. */
  id: string;
}

/** How a cluster's server is set up. */
export interface ServerOptions {
  /** The token that clients must show. */
  token?: string;
  /** Further settings of Spark. */
  conf?: Readonly<Record<string, string>>;
}

/** A master, two workers with an executor each, and a Connect server, all on this machine. */
export class Cluster {
  /** What clients connect to. */
  readonly address: string;
  /** The driver's pages. */
  readonly ui: string;
  /** How long it took until tasks could run. */
  startSeconds = 0;
  readonly #layout: Layout;
  readonly #options: Omit<DaemonOptions, "log">;
  readonly #daemons: Daemon[] = [];
  readonly #workers: Daemon[] = [];
  readonly #sampling: NodeJS.Timeout;
  #peakMemory = 0;

  constructor(layout: Layout, options: Omit<DaemonOptions, "log">) {
    this.#layout = layout;
    this.#options = options;
    this.address = `sc://127.0.0.1:${layout.connect}`;
    this.ui = `http://127.0.0.1:${layout.driverUi}`;
    this.#sampling = setInterval(() => this.#sample(), 1000).unref();
  }

  /** Starts what there is to start; `ready` waits for it. */
  async start({ token, conf = {} }: ServerOptions): Promise<void> {
    const began = performance.now();
    this.#daemons.push(this.#launch("master", masterCommand(this.#layout)));
    await this.#until(() => accepts(this.#layout.master));
    this.restartWorker(0);
    this.restartWorker(1);
    // The launcher takes a Connect server for a daemon: it has that memory, whatever --driver-memory says.
    const memory = { SPARK_DAEMON_MEMORY: "2g" };
    const env = token === undefined ? memory : { ...memory, SPARK_CONNECT_AUTHENTICATE_TOKEN: token };
    this.#daemons.push(this.#launch("connect", connectCommand(this.#layout, conf), env));
    await this.ready();
    this.startSeconds = (performance.now() - began) / 1000;
  }

  /** Waits until both workers have an executor that the driver knows, and the server accepts connections. */
  async ready(): Promise<void> {
    await this.#until(async () => {
      const { masterUi, connect } = this.#layout;
      const ids = this.executors().map((executor) => executor?.id);
      if (ids.includes(undefined) || !(await accepts(connect))) return false;
      const master = await get<{ aliveworkers: number }>(`http://127.0.0.1:${masterUi}/json/`);
      const known = await activeExecutors(this.ui);
      return master.aliveworkers === 2 && known.sort().join() === ids.sort().join();
    });
  }

  /** The processes of the workers. */
  workers(): number[] {
    return this.#workers.map(({ pid }) => pid);
  }

  /** The executor of each worker, while there is one. */
  executors(): (Executor | undefined)[] {
    const processes = processesOf(this.workers()).map((each) => ({ ...each, command: commandOf(each.pid) }));
    return this.workers().map((worker) => {
      const found = processes.find(
        ({ group, command }) => group === worker && command.includes("CoarseGrainedExecutorBackend"),
      );
      const id = /--executor-id (\d+)/.exec(found?.command ?? "")?.[1];
      return found === undefined || id === undefined ? undefined : { pid: found.pid, id };
    });
  }

  /** Kills the executor of a worker, which starts another; a process is there for a moment after it was killed. */
  async killExecutor(index: number): Promise<void> {
    const executor = this.executors()[index];
    if (executor === undefined) throw new Error(`Worker ${index} has no executor`);
    process.kill(executor.pid, "SIGKILL");
    await this.#until(async () => this.executors()[index]?.pid !== executor.pid);
  }

  /** Kills a worker and its executor. */
  async killWorker(index: number): Promise<void> {
    await this.#workers[index]?.kill();
  }

  /** Starts a worker in the place of one that was killed. */
  restartWorker(index: number): void {
    this.#workers[index] = this.#launch(`worker-${index}`, workerCommand(this.#layout, index));
  }

  /** How many tasks each executor has completed, by its number; those that were lost count too. */
  tasksByExecutor(): Promise<Record<string, number>> {
    return tasksByExecutor(this.ui);
  }

  /** How many tasks are running. */
  activeTasks(): Promise<number> {
    return activeTasks(this.ui);
  }

  /** The most memory that its processes held, in bytes: the sum over those that ran at one time. */
  peakMemory(): number {
    this.#sample();
    return this.#peakMemory;
  }

  /** Ends its processes, waits for that and removes its folder. */
  async stop(): Promise<void> {
    clearInterval(this.#sampling);
    await this.#options.keeper.stop();
  }

  #launch(name: string, command: readonly string[], env: NodeJS.ProcessEnv = {}): Daemon {
    const options = this.#options;
    return new Daemon(command, {
      ...options,
      env: { ...options.env, ...env },
      log: `${options.folder}/${name}.log`,
    });
  }

  async #until(holds: () => Promise<boolean>): Promise<void> {
    const deadline = performance.now() + 120_000;
    while (!(await holds().catch(() => false))) {
      const daemons = [...this.#daemons, ...this.#workers];
      const late = performance.now() > deadline;
      if (late || daemons.some(({ hasEnded }) => hasEnded)) {
        const tails = await Promise.all(daemons.map((daemon) => daemon.tail()));
        const what = late ? "was not ready after 120 s" : "lost a process";
        throw new Error(`The Spark cluster ${what}. The ends of its logs:\n\n${tails.join("\n\n")}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  #sample(): void {
    const groups = [...this.#daemons, ...this.#workers].map(({ pid }) => pid);
    const sum = processesOf(groups).reduce((total, { pid }) => total + peakMemoryOf(pid), 0);
    this.#peakMemory = Math.max(this.#peakMemory, sum);
  }
}
