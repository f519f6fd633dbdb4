import { parseArgs } from "node:util";
import { startEmulator } from "../../emulator/start-emulator.ts";
import { UsageError } from "../usage-error.ts";

function parsePort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535 && text.trim() !== "") return port;
  throw new UsageError(`--port must be a number from 0 to 65535, got ${text}`);
}

const WANTED = { speed: "a number above 0", failures: "a share from 0 to 1" };

function parseNumber(name: keyof typeof WANTED, text: string, isGood: (value: number) => boolean): number {
  const value = Number(text);
  if (Number.isFinite(value) && text.trim() !== "" && isGood(value)) return value;
  throw new UsageError(`--${name} must be ${WANTED[name]}, got ${text}`);
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
      speed: { type: "string", default: "1" },
      failures: { type: "string", default: "0" },
      "no-masks": { type: "boolean", default: false },
    },
  });
  const emulator = await startEmulator({
    ...values,
    port: parsePort(values.port),
    speed: parseNumber("speed", values.speed, (speed) => speed > 0),
    masks: !values["no-masks"],
    failures: parseNumber("failures", values.failures, (share) => share >= 0 && share <= 1),
  });
  console.error(`Infinity API emulator at ${emulator.url}`);
  const { data } = values;
  const afterwards = data === undefined ? "what it was sent is then gone" : `${data} keeps what it was sent`;
  console.error(`Stop it with Ctrl-C; ${afterwards}.`);
  await new Promise((resolve) => signal.addEventListener("abort", resolve, { once: true }));
  await emulator.close();
}
