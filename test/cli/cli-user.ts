import { join } from "node:path";
import { onTestFinished } from "vitest";
import { type RunningEmulator, startEmulator } from "../../src/emulator/start-emulator.ts";
import { temporaryFolder } from "../util/temporary-folder.ts";

/** Somebody at a command line, with an emulator as the server and a folder to work in. */
export interface CliUser {
  emulator: RunningEmulator;
  folder: string;
  env: Record<string, string>;
}

/** All is gone when the test ends. */
export async function cliUser(): Promise<CliUser> {
  const emulator = await startEmulator({ jobDurationMs: 0, masks: false, quota: 1000 });
  onTestFinished(() => emulator.close());
  const folder = await temporaryFolder();
  const env = {
    INFINITY_API_TOKEN: emulator.token,
    INFINITY_API_SERVER: emulator.url,
    INFINITY_FRAMES_STATE_DIR: join(folder, "state"),
  };
  return { emulator, folder, env };
}
