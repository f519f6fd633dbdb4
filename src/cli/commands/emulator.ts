import { parseArgs } from "node:util";
import { startEmulator } from "../../emulator/start-emulator.ts";
import { UsageError } from "../usage-error.ts";

function parsePort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535 && text.trim() !== "") return port;
  throw new UsageError(`--port must be a number from 0 to 65535, got ${text}`);
}

/** `infinity-frames emulator`: serves the API until it is interrupted. */
export async function runEmulator(args: string[], signal: AbortSignal): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      port: { type: "string", default: "8090" },
      token: { type: "string", default: "emulator" },
      seed: { type: "string", default: "0" },
      data: { type: "string" },
    },
  });
  const emulator = await startEmulator({ ...values, port: parsePort(values.port) });
  console.error(`Infinity API emulator at ${emulator.url}`);
  const { data } = values;
  const afterwards = data === undefined ? "what it was sent is then gone" : `${data} keeps what it was sent`;
  console.error(`Stop it with Ctrl-C; ${afterwards}.`);
  await new Promise((resolve) => signal.addEventListener("abort", resolve, { once: true }));
  await emulator.close();
}
