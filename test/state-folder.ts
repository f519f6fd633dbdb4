import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";

/** Gives each test file a state folder of its own, and the processes that it starts the same: none touches the user's. */
const folder = mkdtempSync(join(tmpdir(), "infinity-frames-state-"));
process.env.INFINITY_FRAMES_STATE_DIR = folder;
afterAll(() => rmSync(folder, { recursive: true, force: true }));
