import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, readdir, stat, utimes, writeFile } from "node:fs/promises";
import { homedir, hostname } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { Journal } from "../../../src/session/submission/journal.ts";
import { journalFolder } from "../../../src/session/submission/journal-folder.ts";
import { listSubmissions } from "../../../src/session/submission/list-submissions.ts";
import { withLock } from "../../../src/session/submission/with-lock.ts";
import { temporaryFolder } from "../../util/temporary-folder.ts";
import { entryOf } from "./entries.ts";

const DAY_MS = 86_400_000;

afterEach(() => {
  vi.unstubAllEnvs();
});

describe("Journal", () => {
  it("keeps entries as they are, for its user only", async () => {
    const folder = join(await temporaryFolder(), "a", "journal");
    const journal = new Journal(folder);
    const entry = entryOf(0, "accepted", { batchId: "b", designRows: [3, 1] });
    await journal.exclusively(entry, () => journal.write(entry));
    expect(await journal.find(entry.submissionId)).toEqual(entry);
    expect(await readdir(folder)).toEqual([`${entry.submissionId}.json`]);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    expect((await stat(join(folder, `${entry.submissionId}.json`))).mode & 0o777).toBe(0o600);
  });

  it("finds nothing by what is no id", async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, "x.json"), "{}");
    const inside = join(folder, "journal");
    await mkdir(inside);
    for (const id of ["../x", "x", "", "../journal/x"]) expect(await new Journal(inside).find(id)).toBeNull();
  });

  it("sweeps what was settled long ago, and nothing that may still cost money", async () => {
    const journal = new Journal(await temporaryFolder());
    const states = ["sending", "accepted", "refused", "unknown"] as const;
    const old = states.map((state) => entryOf(31 * DAY_MS, state));
    const young = states.map((state) => entryOf(29 * DAY_MS, state));
    for (const entry of [...old, ...young]) await journal.write(entry);
    await writeFile(join(journal.folder, "notes.txt"), "mine");
    for (const [name, days] of [
      ["old.lock", 2],
      ["old.tmp", 2],
      ["young.lock", 0],
    ] as const) {
      await writeFile(join(journal.folder, name), "");
      const time = new Date(Date.now() - days * DAY_MS);
      await utimes(join(journal.folder, name), time, time);
    }
    await journal.sweep(Date.now());
    const { entries } = await journal.content();
    expect(entries.map(({ submissionId }) => submissionId).sort()).toEqual(
      [old[0], old[3], ...young].map((entry) => entry?.submissionId).sort(),
    );
    const others = (await readdir(journal.folder)).filter((name) => !name.endsWith(".json"));
    expect(others.sort()).toEqual(["notes.txt", "young.lock"]);
  });
});

describe("listSubmissions()", () => {
  it("gives the newest first, and names what it cannot read", async () => {
    const folder = await temporaryFolder();
    const journal = new Journal(folder);
    const [old, young, odd, cut] = [5, 1, 2, 3].map((days) => entryOf(days * DAY_MS, "unknown"));
    for (const entry of [old, young]) await journal.write(entry!);
    await writeFile(join(folder, `${odd?.submissionId}.json`), JSON.stringify({ ...odd, format_version: 2 }));
    await writeFile(join(folder, `${cut?.submissionId}.json`), "{");
    const { entries, unreadable } = await listSubmissions({ journal: folder });
    expect(entries).toEqual([young, old]);
    expect(unreadable.map(({ file }) => file).sort()).toEqual(
      [cut, odd].map((entry) => join(folder, `${entry?.submissionId}.json`)),
    );
    expect(unreadable.find(({ file }) => file.includes(odd?.submissionId ?? ""))?.reason).toContain(
      "format_version",
    );
  });

  it("gives nothing where nothing was ever noted", async () => {
    const journal = join(await temporaryFolder(), "none");
    expect(await listSubmissions({ journal })).toEqual({ entries: [], unreadable: [] });
  });
});

describe("journalFolder()", () => {
  it("is in the user's state folder, wherever a script is run", () => {
    vi.stubEnv("INFINITY_FRAMES_STATE_DIR", "/state");
    expect(journalFolder()).toBe(join("/state", "submissions"));
    vi.stubEnv("INFINITY_FRAMES_STATE_DIR", "");
    vi.stubEnv("XDG_STATE_HOME", "/xdg");
    vi.spyOn(process, "platform", "get").mockReturnValue("linux");
    expect(journalFolder()).toBe(join("/xdg", "infinity-frames", "submissions"));
    vi.stubEnv("XDG_STATE_HOME", "not/absolute");
    expect(journalFolder()).toBe(join(homedir(), ".local", "state", "infinity-frames", "submissions"));
    vi.spyOn(process, "platform", "get").mockReturnValue("darwin");
    expect(journalFolder()).toContain(join("Library", "Application Support", "infinity-frames"));
    vi.spyOn(process, "platform", "get").mockReturnValue("win32");
    vi.stubEnv("LOCALAPPDATA", "/local");
    expect(journalFolder()).toBe(join("/local", "infinity-frames", "submissions"));
    vi.restoreAllMocks();
  });
});

describe("withLock()", () => {
  it("lets one work at a time", async () => {
    const path = join(await temporaryFolder(), "lock");
    let working = 0;
    let most = 0;
    const work = async () => {
      most = Math.max(most, ++working);
      await new Promise((resolve) => setTimeout(resolve, 5));
      working--;
    };
    await Promise.all(Array.from({ length: 8 }, () => withLock(path, work)));
    expect(most).toBe(1);
    await expect(withLock(path, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect(await withLock(path, async () => 5)).toBe(5);
  });

  it("takes over from a process that is gone, and from one that forgot", async () => {
    const folder = await temporaryFolder();
    const path = join(folder, "lock");
    const child = spawn(process.execPath, ["-e", ""]);
    await once(child, "exit");
    await writeFile(path, `${child.pid} ${hostname()} x`);
    expect(await withLock(path, async () => 1)).toBe(1);
    await writeFile(path, `${process.pid} elsewhere x`);
    const longAgo = new Date(Date.now() - 60_000);
    await utimes(path, longAgo, longAgo);
    expect(await withLock(path, async () => 2)).toBe(2);
    expect(await readdir(folder)).toEqual([]);
  });
});
