import { readdirSync, readFileSync } from "node:fs";

/** A running process as Linux tells of it. */
export interface Process {
  pid: number;
  group: number;
}

/** The running processes of some groups. */
export function processesOf(groups: readonly number[]): Process[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({ pid: Number(name), group: groupOf(name) }))
    .filter(({ group }) => groups.includes(group));
}

/** A process's command line, `""` once it has ended. */
export function commandOf(pid: number): string {
  return read(`/proc/${pid}/cmdline`).replaceAll("\0", " ");
}

/** The most memory that a process ever held, in bytes. */
export function peakMemoryOf(pid: number): number {
  return 1024 * Number(/^VmHWM:\s+(\d+) kB$/m.exec(read(`/proc/${pid}/status`))?.[1] ?? 0);
}

/** Whether a process group still has a process. */
export function isRunning(group: number): boolean {
  return processesOf([group]).length > 0;
}

/** Past the name, which may hold anything: state, parent, group. A zombie has ended. */
function groupOf(pid: string): number {
  const [state, , group] = read(`/proc/${pid}/stat`)
    .replace(/^.*\) /s, "")
    .split(" ");
  return state === "Z" ? 0 : Number(group);
}

function read(path: string): string {
  try {
    return readFileSync(path, "latin1");
  } catch {
    return "";
  }
}
