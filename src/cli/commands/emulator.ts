import { readFile } from "node:fs/promises";
import type { FaultPlan } from "../../emulator/faults/fault.ts";
import { type Command, command } from "../command.ts";
import { EXIT } from "../exit-status.ts";
import { UsageError } from "../usage-error.ts";

function parsePort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535 && text.trim() !== "") return port;
  throw new UsageError(`--port must be a number from 0 to 65535, got ${text}`);
}

const WANTED = {
  speed: "a number above 0",
  failures: "a share from 0 to 1",
  quota: "a whole number of at least 0",
};

function parseNumber(name: keyof typeof WANTED, text: string, isGood: (value: number) => boolean): number {
  const value = Number(text);
  if (Number.isFinite(value) && text.trim() !== "" && isGood(value)) return value;
  throw new UsageError(`--${name} must be ${WANTED[name]}, got ${text}`);
}

function parseTokens(texts: readonly string[]): string[] {
  if (texts.every((text) => /^[\x21-\x7e]+$/.test(text))) return [...new Set(texts)];
  throw new UsageError("--token must be visible ASCII characters without spaces");
}

/** The fault plan that a file holds. */
async function readFaults(file: string): Promise<FaultPlan> {
  const { readFaultPlan } = await import("../../emulator/faults/read-fault-plan.ts");
  try {
    return readFaultPlan(JSON.parse(await readFile(file, "utf8")));
  } catch (error) {
    const reason = (error as Error).message.replace("Cannot read fault plan: ", "");
    throw new Error(`Cannot read fault plan ${file}: ${reason}`, { cause: error });
  }
}

/** Says which option mends a port that cannot be had. */
function explainPort(error: NodeJS.ErrnoException, port: number): never {
  if (error.code !== "EADDRINUSE") throw error;
  throw new Error(`Cannot listen on port ${port}: another program does; choose one with --port`, {
    cause: error,
  });
}

/** `infinity-frames emulator`: serves the API until it is interrupted. */
export const emulator: Command = command(
  {
    name: "emulator",
    about: "Serve the Infinity API on this machine, until it is stopped with Ctrl-C.",
    options: {
      port: { type: "string", value: "N", default: "8090", help: "the port to listen on, on loopback" },
      token: {
        type: "string",
        value: "T",
        multiple: true,
        default: ["emulator"],
        help: "a token that clients may send, each with batches of its own",
      },
      quota: {
        type: "string",
        value: "N",
        default: "1000000",
        help: "the samples (frames) that each token may use",
      },
      seed: {
        type: "string",
        value: "S",
        default: "0",
        help: "decides every result: a server with the same seed replays them",
      },
      speed: {
        type: "string",
        value: "N",
        default: "1",
        help: "jobs run N times as fast; at 1, a job takes 0.1 s and eight run at once",
      },
      failures: {
        type: "string",
        value: "P",
        default: "0",
        help: "the share of jobs that fail, from 0 to 1",
      },
      "no-masks": {
        type: "boolean",
        help: "results without segmentation masks, which take half of the time or more",
      },
      "string-numbers": {
        type: "boolean",
        help: "job.json writes numbers as strings, as the service did at times",
      },
      faults: {
        type: "string",
        value: "FILE",
        help: "what goes wrong with which requests: a fault plan in JSON",
      },
      data: {
        type: "string",
        value: "DIR",
        help: "keep batches in a folder for the next start, one server a folder [default: they go with the process]",
      },
    },
  },
  async ({ values, signal }) => {
    const quota = parseNumber(
      "quota",
      values.quota,
      (samples) => Number.isSafeInteger(samples) && samples >= 0,
    );
    const [token, ...others] = parseTokens(values.token);
    const port = parsePort(values.port);
    const options = {
      ...values,
      token,
      tokens: Object.fromEntries(others.map((other) => [other, quota])),
      quota,
      stringNumbers: values["string-numbers"],
      faults: values.faults === undefined ? undefined : await readFaults(values.faults),
      port,
      speed: parseNumber("speed", values.speed, (speed) => speed > 0),
      masks: !values["no-masks"],
      failures: parseNumber("failures", values.failures, (share) => share >= 0 && share <= 1),
    };
    const { startEmulator } = await import("../../emulator/start-emulator.ts");
    const server = await startEmulator(options).catch((error) => explainPort(error, port));
    console.error(`Infinity API emulator at ${server.url}`);
    const { data } = values;
    const afterwards =
      data === undefined ? "what it was sent is then gone" : `${data} keeps what it was sent`;
    console.error(`Stop it with Ctrl-C; ${afterwards}.`);
    await new Promise((resolve) => signal.addEventListener("abort", resolve, { once: true }));
    await server.close();
    return EXIT.ok;
  },
);
