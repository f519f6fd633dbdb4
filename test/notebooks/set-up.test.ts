import { copyFile, mkdir, mkdtemp, readFile, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { denoPath } from "../package/deno-path.ts";
import { isOffline } from "../package/install.ts";
import { type LocalRegistry, startLocalRegistry } from "../package/local-registry.ts";
import { pack, ROOT } from "../package/pack.ts";
import { run } from "../package/run.ts";
import { sectionOf, snippetsOf } from "../readme/snippets.ts";
import { checkCells } from "./check-cells.ts";
import { findKernels, type KernelName, registerKernels } from "./kernels.ts";
import { makeNotebook } from "./make-notebook.ts";
import { runNotebook } from "./run-notebook.ts";

vi.setConfig({ testTimeout: 120_000 });

const KERNELS = findKernels();
const snippets = snippetsOf(sectionOf(await readFile(join(ROOT, "README.md"), "utf8"), "In notebooks"));

function snippetWith(text: string): string {
  const found = snippets.find((snippet) => snippet.text.includes(text));
  if (found === undefined) throw new Error(`Cannot find ${text} in the README's snippets about notebooks`);
  return found.text;
}

const EXAMPLE = snippetWith("setUpNotebook(aq)");
const PRINTED = snippetWith("6 of 6 jobs");
const FOR_DENO = snippetWith("> deno.json");
/** Without the kernel, which is there. */
const FOR_TSLAB = snippetWith("> package.json").replace(/^npm install --global tslab && tslab install\n/, "");
/** Without the checkout's own packages, which are there. */
const FOR_CHECKOUT = snippetWith("npm ci").replace(/^npm ci && /, "");

let folder: string;
let registry: LocalRegistry | null = null;
let env: Record<string, string> = {};
let isReached = false;

beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), "infinity-frames-")));
  if (KERNELS.length === 0) return;
  registry = await startLocalRegistry((await pack(folder)).path);
  const path = [dirname(denoPath()), process.env.PATH].join(delimiter);
  env = { ...(await registerKernels(folder)), NPM_CONFIG_REGISTRY: registry.url, PATH: path };
  isReached = await setUp("npm", FOR_TSLAB, {
    NPM_CONFIG_REGISTRY: registry.url,
    NPM_CONFIG_PREFER_OFFLINE: "true",
  });
}, 240_000);

afterAll(async () => {
  await registry?.close();
  await rm(folder, { recursive: true, force: true });
});

beforeEach(({ skip }) => {
  if (!isReached) skip();
});

/** Runs commands of the README in a folder; false (with a message) where the registry cannot be reached. */
async function setUp(name: string, commands: string, environment: Record<string, string>): Promise<boolean> {
  const cwd = join(folder, name);
  await mkdir(cwd, { recursive: true });
  const { code, stderr } = await run("sh", ["-ec", commands], { cwd, env: environment });
  if (code !== 0 && !isOffline(stderr)) throw new Error(`Cannot run ${commands}: ${stderr}`);
  if (code !== 0) process.stderr.write("Skipping tests of set-ups: the registry cannot be reached\n");
  return code === 0;
}

/** Runs the README's example in a folder, and what needs native code, and says what is wrong. */
async function problemsIn(name: string, kernel: KernelName, more = {}): Promise<string[]> {
  const project = join(folder, name);
  const [first = "", second = "", chart = "", end = ""] = EXAMPLE.split("\n\n");
  const cells = {
    first,
    second: `// tags expect:text/html\n${second}`,
    chart: `// tags expect:application/vnd.vegalite.v5+json expect:image/svg+xml\n${chart}`,
    table: "// tags expect:text/html\nstudy",
    sql: `// tags expect:text/html
import { sql } from "infinity-frames";
const counted = await sql("SELECT count(*) AS jobs FROM study", { tables: { study: study } });
console.log(counted.get("jobs", 0));
counted`,
    end,
  };
  const path = await makeNotebook(project, cells);
  const { failures, notebook } = await runNotebook(path, kernel, {
    folder: project,
    env: { ...env, ...more },
    timeLimit: 100,
  });
  return [...failures, ...checkCells(notebook)];
}

/** What is wrong in each kernel. */
async function problemsInAll(name: string): Promise<Record<string, string[]>> {
  const problems = KERNELS.map(async (kernel) => [kernel, await problemsIn(name, kernel)] as const);
  return Object.fromEntries(await Promise.all(problems));
}

const NONE = Object.fromEntries(KERNELS.map((kernel) => [kernel, []]));

test("what the README says for tslab is all that a notebook needs, in both kernels", async () => {
  expect(await problemsInAll("npm")).toEqual(NONE);
});

test("what the README says for Deno's kernel is all that a notebook needs there", async () => {
  const data = join(folder, "deno-data");
  await setUp("deno", FOR_DENO, { ...env, XDG_DATA_HOME: data });
  expect(await problemsIn("deno", "deno", { JUPYTER_PATH: join(data, "jupyter") })).toEqual([]);
  await writeFile(join(folder, "deno/example.ts"), EXAMPLE);
  const printed = await run(denoPath(), ["run", "-A", "example.ts"], { cwd: join(folder, "deno"), env });
  expect(printed).toEqual({ code: 0, stdout: PRINTED, stderr: "" });
});

test("a checkout's notebooks find the package, in both kernels", async () => {
  const notebooks = join(folder, "checkout/notebooks");
  await mkdir(notebooks, { recursive: true });
  for (const name of ["package.json", "dist", "node_modules"]) {
    await symlink(join(ROOT, name), join(notebooks, "..", name));
  }
  for (const name of ["package.json", ".npmrc"]) {
    await copyFile(join(ROOT, "notebooks", name), join(notebooks, name));
  }
  await setUp("checkout", FOR_CHECKOUT, {});
  expect(await problemsInAll("checkout/notebooks")).toEqual(NONE);
});
