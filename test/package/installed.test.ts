import { mkdtemp, readFile, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { denoPath } from "./deno-path.ts";
import { install, isOffline } from "./install.ts";
import { ROOT } from "./pack.ts";
import { type Outcome, run } from "./run.ts";

vi.setConfig({ testTimeout: 120_000 });

let folder: string;
let project: string | null = null;

beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), "infinity-frames-")));
  project = await install(folder);
}, 240_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

beforeEach(({ skip }) => {
  if (project === null) skip();
});

function inProject(): string {
  return project ?? folder;
}

async function runFile(
  name: string,
  text: string,
  [program, ...args]: [string, ...string[]],
): Promise<Outcome> {
  await writeFile(join(inProject(), name), text);
  const env = { DENO_NO_UPDATE_CHECK: "1", DENO_DIR: join(folder, "deno") };
  return run(program, [...args, name], { cwd: inProject(), env });
}

const SPECIFIERS = ["infinity-frames", "infinity-frames/emulator", "infinity-frames/spark"];

/** A program that prints the names that each entry of the package exports. */
function listing(importWith: (specifier: string) => string): string {
  const lists = SPECIFIERS.map((specifier) => `Object.keys(${importWith(specifier)}).sort()`);
  return `console.log(JSON.stringify([${lists.join(", ")}]));\n`;
}

const IMPORTING = listing((specifier) => `await import("${specifier}")`);
const REQUIRING = listing((specifier) => `require("${specifier}")`);
const DENO = ["run", "-A", "--node-modules-dir=manual"] as const;

test("Node, its require() and Deno load the package without a warning, and see the same names", async () => {
  const outcomes = [
    await runFile("esm.mjs", IMPORTING, [process.execPath]),
    await runFile("cjs.cjs", REQUIRING, [process.execPath, "--disable-warning=ExperimentalWarning"]),
    await runFile("deno.mjs", IMPORTING, [denoPath(), ...DENO]),
  ];
  const names = JSON.parse(outcomes[0]?.stdout || "[]") as string[][];
  expect(outcomes).toEqual(outcomes.map(() => ({ code: 0, stdout: outcomes[0]?.stdout, stderr: "" })));
  expect(names.map((list) => list.length > 0)).toEqual([true, true, true]);
});

/** Fails to compile where an entry cannot be found or one of its exports has lost its type. */
const CONSUMER = `
import * as frames from "infinity-frames";
import * as emulator from "infinity-frames/emulator";
import * as spark from "infinity-frames/spark";

type IsAny<T> = 0 extends 1 & T ? true : false;
type Untyped<T> = { [K in keyof T]: IsAny<T[K]> extends true ? K : never }[keyof T];
type None<T> = [T] extends [never] ? true : T;

export const typed: [None<Untyped<typeof frames>>, None<Untyped<typeof emulator>>, None<Untyped<typeof spark>>] =
  [true, true, true];
// @ts-expect-error The types are known, so a name that is not exported is an error.
export const missing = [frames.noSuchName, emulator.noSuchName, spark.noSuchName];
`;

/** What the compiler says of the consumer and of our declarations; those of other packages have errors of their own. */
async function complaints(options: object): Promise<string[]> {
  const compilerOptions = {
    strict: true,
    noEmit: true,
    skipDefaultLibCheck: true,
    target: "es2022",
    types: [],
    ...options,
  };
  const config = JSON.stringify({ compilerOptions, files: ["consumer.ts"] });
  await writeFile(join(inProject(), "consumer.ts"), CONSUMER);
  const tsc = join(ROOT, "node_modules/typescript/bin/tsc");
  const { stdout } = await runFile("tsconfig.json", config, [
    process.execPath,
    tsc,
    "--pretty",
    "false",
    "-p",
  ]);
  return stdout.split("\n").filter((line) => /^(consumer|error|node_modules\/infinity-frames\/)/.test(line));
}

test.each([
  ["NodeNext", { module: "NodeNext", moduleResolution: "NodeNext" }],
  ["Bundler", { module: "ESNext", moduleResolution: "Bundler" }],
  ["the old node10", { module: "CommonJS", moduleResolution: "node10" }],
])("TypeScript finds every type by %s resolution", async (_, options) => {
  expect(await complaints(options)).toEqual([]);
});

test("Deno finds every type", async () => {
  const outcome = await runFile("consumer.ts", CONSUMER, [denoPath(), "check", "--node-modules-dir=manual"]);
  expect(outcome).toMatchObject({ code: 0 });
});

test("Deno makes the stored designs to the last bit", async () => {
  const text = await readFile(join(ROOT, "test/package/golden-designs.ts"), "utf8");
  await writeFile(join(inProject(), "golden-designs.ts"), text);
  const program = [
    'import * as frames from "infinity-frames";',
    'import { goldenDesigns } from "./golden-designs.ts";',
    "console.log((await goldenDesigns(frames)).trimEnd());",
  ].join("\n");
  const outcome = await runFile("golden.ts", program, [denoPath(), ...DENO]);
  const stdout = await readFile(join(ROOT, "fixtures/golden-designs.json"), "utf8");
  expect(outcome).toEqual({ code: 0, stdout, stderr: "" });
});

test("engines on Spark say which packages they need, where these are not installed", async () => {
  const program = [
    'import { openEngine } from "infinity-frames/spark";',
    'const error = await openEngine("sc://127.0.0.1:9").catch((error) => error);',
    "console.log(error.code, error.message);",
  ].join("\n");
  const outcome = await runFile("spark.mjs", program, [process.execPath]);
  expect(outcome).toMatchObject({ code: 0, stderr: "" });
  expect(outcome.stdout).toMatch(
    /^PACKAGE_NOT_LOADED Cannot load "(protobufjs|@grpc\/grpc-js)".* install it, and "/,
  );
});

test("the command runs", async () => {
  const command = join(inProject(), "node_modules/.bin/infinity-frames");
  const outcome = await run(command, ["--help"], { cwd: inProject() });
  expect(outcome).toMatchObject({ code: 0, stderr: "" });
  expect(outcome.stdout).toContain("infinity-frames");
});

test("only a registry out of reach excuses a failed installation", () => {
  expect(isOffline("npm error code ENOTFOUND\nnpm error network request failed")).toBe(true);
  expect(isOffline("npm error code ETIMEDOUT")).toBe(true);
  expect(isOffline("npm error code ETARGET\nnpm error notarget No matching version found")).toBe(false);
  expect(isOffline("npm error code ERESOLVE")).toBe(false);
  expect(isOffline("npm error code E404")).toBe(false);
});
