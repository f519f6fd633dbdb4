import { mkdtemp, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkCells } from "./check-cells.ts";
import { findKernels, type KernelName, registerKernels } from "./kernels.ts";
import { makeNotebook } from "./make-notebook.ts";
import { bundlesOf, type Cell, printedBy } from "./notebook.ts";
import { runNotebook } from "./run-notebook.ts";

const KERNELS = findKernels();

interface Ran {
  failures: string[];
  /** What is wrong with the cells' outputs. */
  problems: string[];
  cells: Cell[];
}

let folder: string;
let env: Record<string, string>;

beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), "infinity-frames-")));
  env = await registerKernels(folder);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function runCells(kernel: KernelName, cells: Record<string, string>, timeLimit = 60): Promise<Ran> {
  const path = await makeNotebook(folder, cells);
  const { failures, notebook } = await runNotebook(path, kernel, { folder, env, timeLimit });
  return { failures, problems: checkCells(notebook), cells: notebook.cells };
}

/** Defines `show(html, id)`, and `update(html, id)` of what has this id. */
const DEFINE = `
const kernel = globalThis as any;
const tslab = kernel.__tslab__?.require("tslab");
const shown = new Map<string, any>();
async function show(html: string, id: string): Promise<void> {
  if (tslab !== undefined) shown.set(id, tslab.newDisplay());
  await send("display_data", html, id);
}
async function send(type: string, html: any, id: string): Promise<void> {
  if (tslab !== undefined) return shown.get(id).html(html);
  const transient = { display_id: id };
  await kernel.Deno.jupyter.broadcast(type, { data: { "text/html": html }, metadata: {}, transient });
}
const update = (html: any, id: string) => send("update_display_data", html, id);`;

const COUNT = 12;
const LINES = Array.from({ length: 20 }, (_, line) => `line ${line}\n`).join("");

/** A cell that prints lines, shows something and updates it. */
function busyCell(at: number): string {
  return `for (let i = 0; i < 20; i += 1) console.log("line " + i);
await show("${at}", "id${at}");
await update("<b>${at}</b>", "id${at}");`;
}

const CELLS = {
  define: DEFINE,
  ...Object.fromEntries(Array.from({ length: COUNT }, (_, at) => [`busy-${at}`, busyCell(at)])),
  again: '// tags expect:text/html expect:stream\nawait update("<b>again</b>", "id0");',
  thrown: '// tags raises-exception\nthrow new Error("as it should");',
  warns: 'console.error("beware");',
  path: 'console.log("in /tmp/folder");',
  wrong: 'throw new Error("out of order");',
  never: 'console.log("not reached");',
};

describe.skipIf(KERNELS.length === 0).concurrent.each(KERNELS)("in %s", { timeout: 120_000 }, (kernel) => {
  test("outputs are kept in the cells that made them, and the first error ends the run", async () => {
    const { failures, problems, cells } = await runCells(kernel, CELLS);
    const busy = cells.filter(({ id }) => id.startsWith("busy"));
    expect(busy.map((cell) => printedBy(cell))).toEqual(Array(COUNT).fill(LINES));
    const html = busy.map((cell) => bundlesOf(cell).map((bundle) => bundle["text/html"]));
    expect(html).toEqual(Array.from({ length: COUNT }, (_, at) => [[`<b>${at || "again"}</b>`]]));
    expect(failures).toEqual([expect.stringMatching(/^cell wrong: [\s\S]*out of order/)]);
    expect(cells.map(({ execution_count }) => execution_count).slice(-3)).toEqual([
      COUNT + 5,
      COUNT + 6,
      null,
    ]);
    expect(problems.filter((problem) => !problem.startsWith("cell wrong"))).toEqual([
      "cell again: expect:text/html, but it has no output",
      "cell again: expect:stream, but it has no output",
      "cell warns: stderr: beware\n",
      "cell path: shows /tmp, which is not the same elsewhere",
    ]);
  });

  test("a value that throws when it should show itself is a failure", async () => {
    const { failures } = await runCells(kernel, {
      broken: `const fail = () => { throw new Error("cannot be shown"); };
const broken = { [Symbol.for("Jupyter.display")]: fail, [Symbol.for("nodejs.util.inspect.custom")]: fail };
broken`,
    });
    expect(failures).toEqual([expect.stringMatching(/^cell broken: [\s\S]*cannot be shown/)]);
  });
});

test.skipIf(KERNELS.length === 0).concurrent.each([
  ["does not end", "for (;;) {}", 3, /^cell odd: not done after the notebook's 3 seconds/],
  ["should throw and does not", "// tags raises-exception\nconst fine = 1;", 60, /^cell odd: did not throw/],
  ["shows what no notebook may keep", `${DEFINE}\nawait show(42, "x");`, 60, /^cell odd: [\s\S]*42/],
  [
    "updates to the like",
    `${DEFINE}\nawait show("", "x");\nawait update(42, "x");`,
    60,
    /^cell odd: [\s\S]*42/,
  ],
])("a cell that %s is a failure", { timeout: 120_000 }, async (_, text, timeLimit, failure) => {
  const { failures } = await runCells("deno", { odd: text }, timeLimit);
  expect(failures).toEqual([expect.stringMatching(failure)]);
});
