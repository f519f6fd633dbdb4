import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { Keeper } from "./cluster/keeper.ts";
import { isRunning, processesOf } from "./cluster/processes.ts";

/** A process group of two. */
function start(): number {
  const { pid = 0 } = spawn("bash", ["-c", "sleep 60 & wait"], { detached: true, stdio: "ignore" });
  return pid;
}

test("the keeper ends whole groups and removes the folder, but leaves alone what it was told to forget", async () => {
  const folder = await mkdtemp(join(tmpdir(), "keeper test-"));
  await writeFile(join(folder, "file"), "");
  const [kept, forgotten] = [start(), start()];
  const keeper = new Keeper(folder);
  for (const group of [kept, forgotten]) keeper.add(group);
  keeper.forget(forgotten);
  await expect.poll(() => processesOf([kept, forgotten]).length).toBe(4);
  await keeper.stop();
  expect([kept, forgotten].map(isRunning)).toEqual([false, true]);
  expect(existsSync(folder)).toBe(false);
  process.kill(-forgotten, "SIGKILL");
});

test("the keeper does so too when the process that holds its pipe is killed", async () => {
  const folder = await mkdtemp(join(tmpdir(), "keeper-test-"));
  const kept = start();
  const script = `
    const { spawn } = await import("node:child_process");
    const [program, ...args] = ${JSON.stringify(Keeper.command(folder))};
    const keeper = spawn(program, args, { stdio: ["pipe", "ignore", "ignore"], detached: true });
    keeper.stdin.write("+ ${kept}\\n", () => process.kill(process.pid, "SIGKILL"));
    setInterval(() => {}, 1000);
  `;
  spawn(process.execPath, ["--input-type=module", "--eval", script], { stdio: "inherit" });
  await expect.poll(() => existsSync(folder), { timeout: 10_000 }).toBe(false);
  expect(isRunning(kept)).toBe(false);
});
