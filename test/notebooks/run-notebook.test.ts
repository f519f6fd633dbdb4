import { expect, test, vi } from "vitest";
import { temporaryFolder } from "../util/temporary-folder.ts";
import { checkCells } from "./check-cells.ts";
import { findKernels, type KernelName, registerKernels } from "./kernels.ts";
import { makeNotebook } from "./make-notebook.ts";
import { bundlesOf, type Cell, printedBy } from "./notebook.ts";
import { runNotebook } from "./run-notebook.ts";

vi.setConfig({ testTimeout: 120_000 });

const KERNELS = findKernels();
const both = test.skipIf(KERNELS.length === 0).each(KERNELS.length === 0 ? ["deno" as const] : KERNELS);

interface Ran {
  failures: string[];
  /** What is wrong with the cells' outputs. */
  problems: string[];
  cells: Cell[];
}

async function runCells(kernel: KernelName, cells: Record<string, string>, timeLimit?: number): Promise<Ran> {
  const folder = await temporaryFolder();
  const options = {
    folder,
    env: await registerKernels(folder),
    ...(timeLimit !== undefined && { timeLimit }),
  };
  const { failures, notebook } = await runNotebook(await makeNotebook(cells), kernel, options);
  return { failures, problems: checkCells(notebook), cells: notebook.cells };
}

/** A value that shows itself by `show()`, in both kernels. */
const SHOW = `
const show = (html: string) => {
  const kernel = globalThis as any;
  const bundle = { "text/html": html, "text/plain": "plain" };
  if (kernel.Deno) return kernel.Deno.jupyter.display(bundle, { raw: true });
  return kernel.__tslab__.require("tslab").display.html(html);
};`;

both("every output of a notebook is kept, with the cell that made it: %s", async (kernel) => {
  const printing = 'for (let i = 0; i < 20; i += 1) console.log("line " + i);';
  const lines = Array.from({ length: 20 }, (_, i) => `line ${i}\n`).join("");
  const cells = Object.fromEntries(
    Array.from({ length: 10 }, (_, i) => [`c${i}`, `${printing}\nawait show("<b>${i}</b>");`]),
  );
  const ran = await runCells(kernel, { define: SHOW, ...cells });
  expect(ran).toMatchObject({ failures: [], problems: [] });
  expect(ran.cells.slice(1).map((cell) => printedBy(cell))).toEqual(Array(10).fill(lines));
  const shown = ran.cells.slice(1).map((cell) => bundlesOf(cell).map((bundle) => bundle["text/html"]));
  expect(shown).toEqual(Array.from({ length: 10 }, (_, i) => [[`<b>${i}</b>`]]));
});

both("a cell that throws ends the run, unless its tag says that it throws: %s", async (kernel) => {
  const thrown = '// tags raises-exception\nthrow new Error("as it should");';
  const ran = await runCells(kernel, {
    thrown,
    next: 'console.log("still here");',
    wrong: 'throw new Error("out of order");',
    never: 'console.log("not reached");',
  });
  expect(ran.failures).toEqual([expect.stringMatching(/^cell wrong: [\s\S]*out of order/)]);
  expect(ran.cells.map((cell) => printedBy(cell))).toEqual(["", "still here\n", "", ""]);
});

both("a cell that should throw and does not is a failure: %s", async (kernel) => {
  const { failures } = await runCells(kernel, { mild: "// tags raises-exception\nconst fine = 1;" });
  expect(failures).toEqual(["cell mild: did not throw, as its tag says it does"]);
});

both("a value that throws when it should show itself is a failure: %s", async (kernel) => {
  const { failures } = await runCells(kernel, {
    broken: `const fail = () => { throw new Error("cannot be shown"); };
const broken = { [Symbol.for("Jupyter.display")]: fail, [Symbol.for("nodejs.util.inspect.custom")]: fail };
broken`,
  });
  expect(failures).toEqual([expect.stringMatching(/^cell broken: [\s\S]*cannot be shown/)]);
});

both(
  "what is printed to stderr, and an output that a tag expects and that is absent, are problems: %s",
  async (kernel) => {
    const { failures, problems } = await runCells(kernel, {
      define: SHOW,
      warns: 'console.error("beware");',
      silent: "// tags expect:stream\nconst nothing = 0;",
      printed: '// tags expect:text/html expect:stream\nconsole.log("only printed");',
      shown: '// tags expect:text/html\nawait show("<i>shown</i>");',
    });
    expect(failures).toEqual([]);
    expect(problems).toEqual([
      "cell warns: stderr: beware\n",
      "cell silent: expect:stream, but it has no output",
      "cell printed: expect:text/html, but it has stream",
    ]);
  },
);

both("a cell that does not end is a failure: %s", async (kernel) => {
  const { failures } = await runCells(kernel, { endless: "for (;;) {}" }, 4);
  expect(failures).toEqual([expect.stringMatching(/^cell endless: not done after the notebook's 4 seconds/)]);
});

both("a value that no notebook may keep is a failure: %s", async (kernel) => {
  const { failures } = await runCells(kernel, {
    odd: `const kernel = globalThis as any;
const bundle = { "text/html": 42 };
if (kernel.Deno) await kernel.Deno.jupyter.display(bundle, { raw: true });
else kernel.__tslab__.require("tslab").display.raw("text/html", 42);`,
  });
  expect(failures).toEqual([expect.stringMatching(/^cell odd: [\s\S]*42/)]);
});
