import { createRequire } from "node:module";
import type * as Emulator from "../../src/emulator/index.ts";
import type * as Library from "../../src/index.ts";

const require = createRequire(import.meta.url);

/** The package as it was built: thousands of lines that the test runner need not read again. */
export const library: typeof Library = require("infinity-frames");

/** Its other entry. */
export const emulator: typeof Emulator = require("infinity-frames/emulator");
