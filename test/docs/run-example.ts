import { formatWithOptions } from "node:util";
import { ambient, copyNamedFolders } from "./ambient.ts";
import type { ExampleCode } from "./example-code.ts";
import { emulator, library } from "./library.ts";
import { plainText, shownValue } from "./shown-value.ts";

type Run = () => Promise<{ value: unknown }>;

const AsyncFunction = (async () => {}).constructor as new (
  ...args: string[]
) => (...given: unknown[]) => Promise<void>;

/**
 * Runs an example in the working folder, which gets the folders that it names.
 *
 * @returns What each check showed, once for each time that it was reached.
 */
export async function runExample({ body, checks, free }: ExampleCode): Promise<string[][]> {
  const shown: string[][] = checks.map(() => []);
  const printed: string[] = [];
  const given: Record<string, unknown> = {
    console: {
      log: (...values: unknown[]) => printed.push(formatWithOptions({ breakLength: Infinity }, ...values)),
    },
    $import: importModule,
    $check: async (index: number, run: Run) => {
      printed.length = 0;
      const mayThrow = checks[index]?.expected.startsWith("throws ") === true;
      const result = await show(run, mayThrow);
      shown[index]?.push(printed.length > 0 ? plainText(printed.join("\n")) : result);
    },
  };
  for (const name of free) {
    if (name in library) given[name] = library[name as keyof typeof library];
    else if (name in emulator) given[name] = emulator[name as keyof typeof emulator];
    else if (name in ambient) given[name] = await ambient[name as keyof typeof ambient]();
  }
  await copyNamedFolders(body, process.cwd());
  try {
    const example = new AsyncFunction(...Object.keys(given), body);
    await collectOutput(printed, () => example(...Object.values(given)));
  } finally {
    if (free.includes("server")) (await ambient.server()).setFaults([]);
  }
  return shown;
}

/** Keeps what the library prints meanwhile. */
async function collectOutput<T>(printed: string[], work: () => Promise<T>): Promise<T> {
  const { write } = process.stdout;
  process.stdout.write = (text: string | Uint8Array) => printed.push(String(text)) > 0;
  try {
    return await work();
  } finally {
    process.stdout.write = write;
  }
}

async function show(run: Run, mayThrow: boolean): Promise<string> {
  try {
    return shownValue((await run()).value);
  } catch (error) {
    if (mayThrow && error instanceof Error) return plainText(`throws ${error.name}: ${error.message}`);
    throw error;
  }
}

function importModule(specifier: string): Promise<unknown> {
  if (specifier === "infinity-frames") return Promise.resolve(library);
  if (specifier === "infinity-frames/emulator") return Promise.resolve(emulator);
  return import(/* @vite-ignore */ specifier);
}
