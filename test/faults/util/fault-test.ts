import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inspect } from "node:util";
import { test as base, expect } from "vitest";
import type { ClientEvent } from "../../../src/api/client-event.ts";

/** The token of all fault tests; no output, error, event or file may hold it in any form. */
export const SECRET = "SECRET-0a1b2c3d4e5f/+=";

/** Collects what a test lets out, and says so when a secret is in it. */
export interface Spy {
  readonly token: string;
  /** The events of clients that were given {@link Spy.onEvent}. */
  readonly events: ClientEvent[];
  /** To be passed to clients. */
  onEvent: (event: ClientEvent) => void;
  /** What a promise rejects with; an error where it does not. */
  thrown: (promise: Promise<unknown>) => Promise<Error>;
  /** Adds output that came in another way, such as that of a child process. */
  saw: (output: unknown) => void;
  /** A new folder; its files are searched, and removed, when the test ends. */
  folder: () => Promise<string>;
}

function forms(secret: string): string[] {
  return [secret, encodeURIComponent(secret), btoa(secret), btoa(secret).replace(/=+$/, "")];
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

function expectNoSecret(text: string, where: string): void {
  for (const form of forms(SECRET)) {
    if (text.includes(form)) expect.unreachable(`a secret is in ${where}: ${text.slice(0, 2000)}`);
  }
  expect(/[?&](signature|x-amz-signature|sig)=(?!\[redacted\])/i.test(text) ? `${where}: ${text}` : "").toBe(
    "",
  );
}

/** A test of the fault matrix: whatever happens in it, no secret may get out. */
export const it = base.extend<{ spy: Spy }>({
  spy: [
    // biome-ignore lint/correctness/noEmptyPattern: vitest reads the names of the fixtures from it
    async ({}, use) => {
      const seen: string[] = [];
      const events: ClientEvent[] = [];
      const folders: string[] = [];
      const writes = ([process.stdout, process.stderr] as const).map((stream) => {
        const { write } = stream;
        stream.write = ((chunk: unknown, ...rest: never[]) => {
          seen.push(String(chunk));
          return write.call(stream, chunk as string, ...rest);
        }) as typeof write;
        return () => {
          stream.write = write;
        };
      });
      await use({
        token: SECRET,
        events,
        onEvent: (event) => {
          events.push(event);
        },
        thrown: async (promise) => {
          const error = await promise.then(
            () => Promise.reject(new Error("It did not reject")),
            (reason: Error) => reason,
          );
          seen.push(
            inspect(error, { depth: 20, maxStringLength: null }),
            String(error),
            JSON.stringify(error) ?? "",
          );
          return error;
        },
        saw: (output) => {
          seen.push(typeof output === "string" ? output : inspect(output, { depth: 20 }));
        },
        folder: async () => {
          const folder = await mkdtemp(join(tmpdir(), "infinity-frames-"));
          folders.push(folder);
          return folder;
        },
      });
      for (const restore of writes) restore();
      expectNoSecret(seen.join("\n"), "output or errors");
      expectNoSecret(JSON.stringify(events), "events");
      for (const folder of folders) {
        for (const file of await filesBelow(folder)) expectNoSecret(await readFile(file, "latin1"), file);
        await rm(folder, { recursive: true, force: true });
      }
    },
    { auto: true },
  ],
});
