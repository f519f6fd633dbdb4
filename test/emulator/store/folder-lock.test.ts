import { spawn } from "node:child_process";
import { mkdir, readdir, readFile, symlink, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, onTestFinished, test } from "vitest";
import { startEmulator } from "../../../src/emulator/index.ts";
import { temporaryFolder } from "../../util/temporary-folder.ts";
import { job } from "../client.ts";

const MAIN = fileURLToPath(new URL("../../../dist/cli/main.js", import.meta.url));
const LOCK = "emulator.lock";

/** A server in a process of its own. */
async function otherServer(folder: string) {
  const child = spawn(process.execPath, [MAIN, "emulator", "--port", "0", "--data", folder]);
  onTestFinished(() => void child.kill("SIGKILL"));
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const said = await new Promise<string>((resolve) =>
    child.stderr.once("data", (data) => resolve(`${data}`)),
  );
  const url = /http:\S+/.exec(said)?.[0] ?? said;
  async function end(signal: NodeJS.Signals): Promise<void> {
    child.kill(signal);
    await ended;
  }
  return { url, pid: child.pid, end };
}

const headers = { Authorization: "Token emulator" };
const body = JSON.stringify({ name: "kept", job_runs: [job("spills-v0.1.0")] });

describe("a data folder", () => {
  test("belongs to one server at a time, whatever the folder is called", async () => {
    const folder = join(await temporaryFolder(), "data");
    const first = await startEmulator({ data: folder });
    await symlink(folder, `${folder}-link`);
    for (const data of [folder, `${folder}/`, `${folder}-link`]) {
      await expect(startEmulator({ data })).rejects.toThrow(
        `Cannot use data folder ${data}: the emulator of process ${process.pid} on ${hostname()} has it`,
      );
    }
    await first.close();
    const second = await startEmulator({ data: folder });
    await second.close();
    expect(await readdir(folder)).toEqual([]);
  });

  test("is given back where the start fails", async () => {
    const folder = await temporaryFolder();
    const taken = await startEmulator();
    await expect(startEmulator({ data: folder, port: taken.port })).rejects.toThrow(/EADDRINUSE/);
    await expect(startEmulator({ data: folder, speed: 0 })).rejects.toThrow(RangeError);
    await writeFile(join(folder, "x.json"), "{");
    await expect(startEmulator({ data: folder })).rejects.toThrow(/Cannot read batch/);
    await taken.close();
    expect(await readdir(folder)).toEqual(["x.json"]);
  });

  test("of another process is refused, and taken over with all batches when that one was killed", async () => {
    const folder = await temporaryFolder();
    const other = await otherServer(folder);
    expect((await fetch(`${other.url}/api/batch/`, { method: "POST", headers, body })).status).toBe(201);
    await expect(startEmulator({ data: folder })).rejects.toThrow(`process ${other.pid} on ${hostname()}`);
    await other.end("SIGKILL");
    expect(await readdir(folder)).toContain(LOCK);
    const heir = await startEmulator({ data: folder });
    const list = (await (await fetch(`${heir.url}/api/batch/`, { headers })).json()) as { name: string }[];
    expect(list.map(({ name }) => name)).toEqual(["kept"]);
    await heir.close();
    expect(await readdir(folder)).not.toContain(LOCK);
  });

  test("is given back by a server that is asked to end", async () => {
    const folder = await temporaryFolder();
    await (await otherServer(folder)).end("SIGTERM");
    expect(await readdir(folder)).toEqual([]);
  });

  test("goes to one of many that want it from a process that is gone", async () => {
    const folder = await temporaryFolder();
    const gone = spawn(process.execPath, ["-e", ""]);
    await new Promise((resolve) => gone.once("exit", resolve));
    await writeFile(join(folder, LOCK), JSON.stringify({ pid: gone.pid, host: hostname() }));
    const starts = await Promise.allSettled([1, 2, 3].map(() => startEmulator({ data: folder })));
    const servers = starts.flatMap((start) => (start.status === "fulfilled" ? [start.value] : []));
    expect(servers).toHaveLength(1);
    await servers[0]?.close();
  });

  test("is taken over from a process that had the number of this one, as after a restart", async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, LOCK), JSON.stringify({ pid: process.pid, host: hostname() }));
    const server = await startEmulator({ data: folder });
    await expect(startEmulator({ data: folder })).rejects.toThrow("has it");
    await server.close();
  });

  test.each([
    ["a machine elsewhere", JSON.stringify({ pid: 1, host: "elsewhere" }), "process 1 on elsewhere"],
    ["nobody knows whom", "", "an unknown process"],
  ])("of %s is left alone", async (_, text, owner) => {
    const folder = await temporaryFolder();
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, LOCK), text);
    await expect(startEmulator({ data: folder })).rejects.toThrow(owner);
    await expect(startEmulator({ data: folder })).rejects.toThrow(`remove ${join(folder, LOCK)}`);
    expect(await readFile(join(folder, LOCK), "utf8")).toBe(text);
  });
});
