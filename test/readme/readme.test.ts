import { execFile, spawn } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { COMMANDS } from "../../src/cli/commands.ts";
import { createEmulator, startEmulator } from "../../src/emulator/index.ts";
import { sectionOf, snippetsOf } from "./snippets.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const CLI = join(ROOT, "dist/cli/main.js");
const run = promisify(execFile);
const readme = await readFile(join(ROOT, "README.md"), "utf8");
const snippets = snippetsOf(readme);

/** A folder inside the project, so that the snippets find the package by its own name. */
let folder: string;
beforeAll(async () => {
  await mkdir(join(ROOT, ".cache"), { recursive: true });
  folder = await mkdtemp(join(ROOT, ".cache/readme-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function runTypeScript(text: string, line: number): Promise<string> {
  const { outputText } = ts.transpileModule(text, {
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 },
  });
  const file = join(folder, `line-${line}.mjs`);
  await writeFile(file, outputText);
  const { stdout, stderr } = await run(process.execPath, [file], { cwd: folder });
  expect(stderr).toBe("");
  return stdout;
}

describe("README.md", () => {
  const examples = snippets.filter(({ language }) => language === "ts");

  it.each(examples)("prints what it says (line $line)", async ({ text, line }) => {
    const printed = await runTypeScript(text, line);
    const next = snippets[snippets.findIndex((snippet) => snippet.line === line) + 1];
    expect(next?.language).toBe("text");
    expect(printed.trim()).toBe(next?.text.trim());
  });

  it("shows examples whose types are right", async () => {
    const files = await Promise.all(
      examples.map(async ({ text, line }) => {
        const file = join(folder, `line-${line}.mts`);
        await writeFile(file, text);
        return file;
      }),
    );
    const { NodeNext } = ts.ModuleKind;
    const options: ts.CompilerOptions = {
      ...{ strict: true, noEmit: true, skipLibCheck: true, target: ts.ScriptTarget.ES2022 },
      ...{ module: NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext, types: ["node"] },
    };
    const diagnostics = ts.getPreEmitDiagnostics(ts.createProgram(files, options));
    expect(diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"))).toEqual(
      [],
    );
  });

  it("shows a first example of at most 15 lines within its first 30", () => {
    const [first] = examples;
    expect(first?.text.trim().split("\n").length).toBeLessThanOrEqual(15);
    expect((first?.line ?? 99) + 14).toBeLessThanOrEqual(30);
  });

  it("shows commands that work", { timeout: 120_000 }, async () => {
    const commands = snippets
      .filter(({ language }) => language === "sh")
      .flatMap(({ text }) => text.trim().split("\n"));
    const ours = commands.filter((command) => command.startsWith("npx infinity-frames "));
    // Those for notebooks are tested with the notebooks.
    const elsewhere = sectionOf(readme, "In notebooks").split("\n");
    expect(commands.filter((command) => !ours.includes(command) && !elsewhere.includes(command))).toEqual([
      "npm ci && npm run demo",
      "npm ci && npm test",
      "npm install infinity-frames",
    ]);
    const server = await startEmulator({ masks: false });
    onTestFinished(() => server.close());
    const env = {
      ...process.env,
      INFINITY_API_TOKEN: server.token,
      INFINITY_API_SERVER: server.url,
      INFINITY_FRAMES_STATE_DIR: join(folder, "state"),
    };
    let batch = "";
    for (const command of ours) {
      const words = command.match(/"[^"]*"|\S+/g) ?? [];
      const args = words.slice(2).map((word) => word.replace(/^"|"$/g, ""));
      if (args[0] === "emulator") {
        await startsServing(args);
        continue;
      }
      const given = args.map((arg) => (arg === "BATCH" ? batch : arg));
      const { stdout } = await run(process.execPath, [CLI, ...given], { cwd: folder, env });
      if (args[0] === "submit") batch = stdout.trim();
    }
    expect(await readdir(join(folder, "study"))).toContain("batch_id.txt");
    expect((await readFile(join(folder, "early.parquet"))).subarray(0, 4).toString()).toBe("PAR1");
    expect(await readFile(join(folder, "early.csv"), "utf8")).toContain("frame_number");
    expect(await readFile(join(folder, "sizes.html"), "utf8")).toContain("relative_size");
    expect(await readFile(join(folder, "tables-csv", "jobs.csv"), "utf8")).toContain("job_id,");
  });

  it("shows fault plans that the emulator takes", () => {
    const plans = snippets.filter(({ language }) => language === "json").map(({ text }) => JSON.parse(text));
    expect(plans).toHaveLength(1);
    for (const faults of plans) expect(createEmulator({ faults }).requests).toEqual([]);
  });

  it("names every package that the project uses, and says why", async () => {
    const { dependencies, devDependencies } = JSON.parse(await readFile(join(ROOT, "package.json"), "utf8"));
    const section = sectionOf(readme, "Why these packages");
    const named = [...section.matchAll(/`([^`\s]+)`(?=[^|]*\|)/g)].map((match) => match[1]);
    const used = Object.keys({ ...dependencies, ...devDependencies }).filter(
      (name) => !name.startsWith("@types/"),
    );
    for (const name of used) expect(named).toContain(name);
  });

  it("names every command", () => {
    const missing = [...COMMANDS.keys()].filter((name) => !new RegExp(`[ \`]${name}\\b`).test(readme));
    expect(missing).toEqual([]);
  });

  it("names every folder of src", async () => {
    const entries = await readdir(join(ROOT, "src"), { withFileTypes: true });
    for (const { name } of entries.filter((entry) => entry.isDirectory()))
      expect(readme).toContain(`| \`${name}\` |`);
    expect(dirname(CLI)).toContain("dist");
  });
});

/** Port 8090 may be taken on the machine that runs the tests. */
function anyPort(arg: string): string {
  return arg === "8090" ? "0" : arg;
}

async function startsServing(args: string[]): Promise<void> {
  const server = spawn(process.execPath, [CLI, ...args.map(anyPort)], { cwd: folder });
  const ended = new Promise<number | null>((resolve) => server.once("exit", resolve));
  const said = await Promise.race([
    new Promise<string>((resolve) => server.stderr.once("data", (data) => resolve(String(data)))),
    ended.then((status) => `ended with status ${status}`),
  ]);
  expect(said).toContain("http://127.0.0.1:");
  server.kill("SIGTERM");
  expect(await ended).toBe(0);
}
