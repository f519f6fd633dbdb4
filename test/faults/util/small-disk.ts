import { execFileSync } from "node:child_process";
import { onTestFinished } from "vitest";
import { temporaryFolder } from "../../util/temporary-folder.ts";

/** Options of {@link smallDisk}. */
export interface SmallDiskOptions {
  /** The size, as `mount` takes it. */
  size: string;
}

/** A folder on a disk of its own that is soon full; null, with a message, where this process may not make one. */
export async function smallDisk({ size }: SmallDiskOptions): Promise<string | null> {
  const folder = await temporaryFolder();
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${size}`, "tmpfs", folder], { stdio: "pipe" });
  } catch {
    process.stderr.write("Disks cannot be mounted here: the test of a full one is skipped\n");
    return null;
  }
  // Before the folder is removed: what was begun last is ended first.
  onTestFinished(() => void execFileSync("umount", [folder]));
  return folder;
}

/** Makes a disk of {@link smallDisk} read-only. */
export function makeReadOnly(folder: string): void {
  execFileSync("mount", ["-o", "remount,ro", folder]);
}
