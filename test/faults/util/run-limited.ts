import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";

const DIST = new URL("../../../dist/", import.meta.url).href;

/** Options of {@link runLimited}. */
export interface RunLimitedOptions {
  /** A limit on the process, as the shell's `ulimit` takes it: `-f 64`. */
  ulimit: string;
  /** Values for the script, which finds them in `args`. */
  args: unknown;
}

/**
 * Runs the body of an async function in a process of its own under a limit of the operating system. It may import from
 * the built package by `load("io/...")`; what it returns comes back by way of JSON.
 */
export function runLimited(body: string, { ulimit, args }: RunLimitedOptions): Promise<unknown> {
  const script = `
    const load = (path) => import(${JSON.stringify(DIST)} + path);
    const args = ${JSON.stringify(args)};
    const result = await (async () => { ${body} })();
    process.stdout.write(JSON.stringify(result));
  `;
  const command = `ulimit ${ulimit}; exec "$0" --input-type=module --eval "$1"`;
  return new Promise((resolve, reject) => {
    const cwd = fileURLToPath(new URL("../../..", import.meta.url));
    execFile("sh", ["-c", command, process.execPath, script], { cwd }, (error, stdout, stderr) => {
      if (error === null) resolve(JSON.parse(stdout));
      else reject(new Error(`The limited process failed: ${stderr}`, { cause: error }));
    });
  });
}
