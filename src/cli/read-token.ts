import { open } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import { addAbortSignal } from "node:stream";
import { text } from "node:stream/consumers";
import { checkToken } from "../api/check-token.ts";
import { UsageError } from "./usage-error.ts";

const FOR_OTHERS = 0o077;

/** The options that say where the token is. */
export interface TokenSource {
  "token-file": string | undefined;
  "token-stdin": boolean;
}

/** The token in a file, or null where there is no such file. */
async function tokenInFile(path: string): Promise<string | null> {
  let file: Awaited<ReturnType<typeof open>>;
  try {
    file = await open(path, "r");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
  try {
    const { mode } = await file.stat();
    if (process.platform !== "win32" && (mode & FOR_OTHERS) !== 0) {
      const shown = (mode & 0o777).toString(8).padStart(3, "0");
      throw new Error(
        `Cannot use token file ${path}: others may read or change it (mode ${shown}); run: chmod 600 '${path}'`,
      );
    }
    return await file.readFile("utf8");
  } finally {
    await file.close();
  }
}

async function tokenOnStdin(signal: AbortSignal): Promise<string> {
  if (!process.stdin.isTTY) return text(addAbortSignal(signal, process.stdin));
  throw new UsageError(
    "--token-stdin reads a pipe or a file, and stdin is a terminal, which would show the token",
  );
}

async function findToken(source: TokenSource, signal: AbortSignal): Promise<{ token: string; from: string }> {
  const { "token-file": file, "token-stdin": isOnStdin } = source;
  if (isOnStdin && file !== undefined) {
    throw new UsageError("--token-stdin and --token-file name two tokens; give one of them");
  }
  if (isOnStdin) return { token: await tokenOnStdin(signal), from: "stdin" };
  if (file !== undefined) {
    const token = await tokenInFile(file);
    if (token === null) throw new Error(`Cannot read token file ${file}: it does not exist`);
    return { token, from: file };
  }
  const { INFINITY_API_TOKEN = "" } = process.env;
  if (INFINITY_API_TOKEN !== "") return { token: INFINITY_API_TOKEN, from: "INFINITY_API_TOKEN" };
  const usual = join(homedir(), ".config", "infinity-frames", "token");
  const token = await tokenInFile(usual);
  if (token !== null) return { token, from: usual };
  throw new Error(
    `There is no token: set INFINITY_API_TOKEN, write it to ${usual} with mode 600, or pass --token-file or --token-stdin`,
  );
}

/**
 * The user's token: what the command line names, else `INFINITY_API_TOKEN`, else the usual file. What is asked for on
 * the command line wins over the environment, or a forgotten variable would decide who pays.
 *
 * @throws {Error} When there is none, it is malformed, or others can read its file. It is not shown.
 */
export async function readToken(source: TokenSource, signal: AbortSignal): Promise<string> {
  const { token, from } = await findToken(source, signal);
  try {
    return checkToken(token);
  } catch (error) {
    throw new Error(`Cannot use the token of ${from}: ${(error as Error).message}`);
  }
}
