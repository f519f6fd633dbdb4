import { mkdtemp, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { chromiumPath, startBrowser } from "../util/chromium.ts";
import { checkCells } from "./check-cells.ts";
import { checkConclusion } from "./check-conclusion.ts";
import { comparable } from "./comparable.ts";
import { findKernels, type KernelName } from "./kernels.ts";
import { lookAt } from "./look-at.ts";
import { bundlesOf, readNotebook } from "./notebook.ts";
import { renderNotebooks } from "./render-notebooks.ts";
import { type RanNotebook, runNotebook } from "./run-notebook.ts";
import { makeWorkspace, NOTEBOOKS, notebookFiles, type Workspace } from "./workspace.ts";

vi.setConfig({ testTimeout: 240_000 });

const KERNELS = findKernels();
const FILES = await notebookFiles();
const CHROMIUM = chromiumPath();

let folder: string;
let workspace: Workspace | null = null;

beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), "infinity-frames-")));
  if (KERNELS.length > 0 && FILES.length > 0) workspace = await makeWorkspace(folder);
}, 240_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs that several tests look at, by notebook and kernel. */
const runs = new Map<string, Promise<RanNotebook>>();

/** Runs a notebook in a kernel, once. */
function ran(file: string, kernel: KernelName): Promise<RanNotebook> {
  const key = `${file} ${kernel}`;
  if (workspace === null) throw new Error("Cannot run a notebook without a workspace");
  // Longer than a notebook may take by itself, because other tests run beside it.
  const options = { ...workspace, timeLimit: 100 };
  const run = runs.get(key) ?? runNotebook(join(NOTEBOOKS, file), kernel, options);
  runs.set(key, run);
  return run;
}

test("the notebooks are numbered in order", () => {
  const numbers = FILES.map((_, at) => String(at + 1).padStart(2, "0"));
  expect(FILES.map((file) => file.slice(0, 2))).toEqual(numbers);
});

describe.each(FILES)("%s", (file) => {
  beforeAll(async () => {
    if (workspace !== null) await Promise.all(KERNELS.map((kernel) => ran(file, kernel)));
  }, 240_000);

  beforeEach(({ skip }) => {
    if (workspace === null) skip();
  });

  test.each(KERNELS)("runs in %s, and its conclusion says what it shows", async (kernel) => {
    const { failures, notebook } = await ran(file, kernel);
    expect(failures).toEqual([]);
    expect([...checkCells(notebook), ...checkConclusion(notebook)]).toEqual([]);
  });

  test.runIf(KERNELS.length > 1)("shows the same tables and charts in both kernels", async () => {
    const [deno, tslab] = await Promise.all(KERNELS.map((kernel) => ran(file, kernel)));
    const types = ["text/html", "application/vnd.vegalite.v5+json"];
    const shown = comparable(deno!.notebook, types);
    expect(Object.keys(shown)).not.toEqual([]);
    expect(comparable(tslab!.notebook, types)).toEqual(shown);
  });

  test("is stored with the outputs that it has in Deno", async () => {
    const [stored, { notebook }] = await Promise.all([
      readNotebook(join(NOTEBOOKS, file)),
      ran(file, "deno"),
    ]);
    const advice = `The outputs of ${file} are not those that are stored: look at both, and run npm run notebooks`;
    expect(comparable(notebook), advice).toEqual(comparable(stored));
  });
});

test.skipIf(CHROMIUM === null)("every table and chart of a rendered notebook is seen", async ({ skip }) => {
  if (workspace === null) skip();
  const notebooks = await Promise.all(FILES.map((file) => ran(file, "deno")));
  const pages = await renderNotebooks(
    notebooks.map(({ path }) => path),
    workspace!,
  );
  const browser = await startBrowser(CHROMIUM!);
  onTestFinished(() => browser.close());
  for (const [at, path] of pages.entries()) {
    const { charts, html, events } = await lookAt(browser, path);
    const shown = notebooks[at]!.notebook.cells.flatMap(bundlesOf);
    const asHtml = shown.filter((bundle) => "text/html" in bundle);
    const asCharts = shown.filter((bundle) => "image/svg+xml" in bundle && !asHtml.includes(bundle));
    expect([html.length, charts.length]).toEqual([asHtml.length, asCharts.length]);
    const unseen = [
      ...html.flatMap(({ any }, nth) => (any < 500 ? [`${nth}. HTML: ${any} pixels`] : [])),
      ...charts.flatMap(({ coloured }, nth) => (coloured < 100 ? [`${nth}. chart: ${coloured} pixels`] : [])),
    ];
    expect([FILES[at], ...events, ...unseen]).toEqual([FILES[at]]);
  }
});
