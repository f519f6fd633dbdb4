import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";

/** Reads which process groups there are; when its input ends, it ends them, waits for that and removes the folder. */
const SCRIPT = `
while read -r sign group; do
  if [ "$sign" = + ]; then kept[group]=1; else unset "kept[group]"; fi
done
for group in "\${!kept[@]}"; do kill -KILL -- "-$group"; done 2> /dev/null
for group in "\${!kept[@]}"; do
  for ((i = 0; i < 100; i++)); do kill -0 -- "-$group" || break; sleep 0.1; done
done 2> /dev/null
rm -rf -- "$1"
`;

/**
 * A process that outlives this one to end the processes of a cluster, however this one ends: its input is a pipe that
 * the system closes even after \`kill -9\`.
 */
export class Keeper {
  readonly #process: ChildProcess;
  readonly #ended: Promise<unknown>;

  /** What it runs. */
  static command(folder: string): string[] {
    return ["bash", "-c", SCRIPT, "keeper", folder];
  }

  /** @param folder What to remove in the end. */
  constructor(folder: string) {
    const [program = "", ...args] = Keeper.command(folder);
    this.#process = spawn(program, args, { stdio: ["pipe", "ignore", "ignore"], detached: true });
    this.#ended = once(this.#process, "exit");
  }

  /** Takes over a process group. */
  add(group: number): void {
    this.#process.stdin?.write(`+ ${group}\n`);
  }

  /** Leaves a group alone that has ended: its number may become another's. */
  forget(group: number): void {
    this.#process.stdin?.write(`- ${group}\n`);
  }

  /** Ends all, and waits for it. */
  async stop(): Promise<void> {
    this.#process.stdin?.end();
    await this.#ended;
  }
}
