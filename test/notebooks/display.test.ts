import { mkdtemp, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { findKernels } from "./kernels.ts";
import { makeNotebook } from "./make-notebook.ts";
import { bundlesOf, printedBy, textOf } from "./notebook.ts";
import { type RanNotebook, runNotebook } from "./run-notebook.ts";
import { makeWorkspace, type Workspace } from "./workspace.ts";

vi.setConfig({ testTimeout: 240_000 });

const KERNELS = findKernels();

/** Every kind of value, as a cell's last value; what is shown in the middle of a cell is shown by `show`. */
const CELLS = {
  import: `import { aq, designReport, grid, histogramGrid, openDataset, pictures, report, Session, setUpNotebook, show, validateJobs, withProgress } from "infinity-frames";
import { startEmulator } from "infinity-frames/emulator";
import { mkdtempSync } from "node:fs";
const foreign = { ColumnTable: class { numRows() { return 0; } } };
const before = Reflect.ownKeys(aq.ColumnTable.prototype).length;`,
  "set-up": `await setUpNotebook(aq);
await setUpNotebook(aq);
console.log(Reflect.ownKeys(aq.ColumnTable.prototype).length - before, Reflect.ownKeys(foreign.ColumnTable.prototype).length);`,
  table: `const table = aq.table({ "<b>name</b>": ["<i>x</i>", null], size: [1, 2] });
table`,
  chart: 'histogramGrid(table, { columns: ["size"] })',
  printed: "console.log(table);",
  nested: "[table, { inside: table }]",
  middle: `await show(table, { maxRows: 1 });
await show(histogramGrid(table, { columns: ["size"] }));
await show("text");
console.log("after");
1 + 1`,
  async: `await Promise.resolve(table)`,
  space: `const server = await startEmulator({ seed: 1 });
const session = await Session.connect({ server: server.url, token: server.token, generator: "spills-v0.1.0" });
session.space`,
  session: "session",
  problems: "validateJobs(session.space, [{ size: -1 }])",
  design: "designReport(grid({ size: [10, 20] }), session.space)",
  batch: `const study = grid({ size: [10, 20], frame_rate: [6], video_duration: [1] });
const batch = await session.submit(study, { batchName: "two" });
batch`,
  waiting: `await withProgress("Waiting", (onProgress) => batch.awaitCompletion({ pollIntervalMs: 50, onProgress }));
const folder = mkdtempSync("displays-");
await withProgress("Downloading", (onProgress) => batch.download(folder, { onProgress }));
batch`,
  ended: "await batch.awaitCompletion({ pollIntervalMs: 50 })",
  fetched: "await batch.download(folder)",
  failing: `try {
  await withProgress("Failing", async () => { throw new Error("no"); });
} catch {}`,
  dataset: `const dataset = await openDataset(folder);
await dataset.load();
dataset`,
  report: "await report(dataset)",
  pictures: `const png = Uint8Array.from(atob("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg=="), (c) => c.charCodeAt(0));
await pictures([{ src: png, caption: "dot" }])`,
  end: "await server.close();",
};

let folder: string;
let workspace: Workspace | null = null;
let path: string;

beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), "infinity-frames-")));
  if (KERNELS.length === 0) return;
  workspace = await makeWorkspace(folder);
  path = await makeNotebook(folder, CELLS);
}, 240_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

describe.each(KERNELS)("in %s", (kernel) => {
  let run: RanNotebook | null = null;

  beforeAll(async () => {
    if (workspace !== null) run = await runNotebook(path, kernel, workspace);
  }, 240_000);

  beforeEach(({ skip }) => {
    if (run === null) skip();
  });

  function cell(id: string) {
    const found = run?.notebook.cells.find((each) => each.id === id);
    if (found === undefined) throw new Error(`There is no cell ${id}`);
    return found;
  }

  /** The HTML of a cell's only output that is not text alone. */
  const html = (id: string): string => textOf(bundlesOf(cell(id)).at(-1)?.["text/html"]);

  test("all cells run, without an error or a word on stderr", () => {
    expect(run?.failures).toEqual([]);
  });

  test("setting up patches the Arquero that it is given, and setting up again changes nothing", () => {
    expect(printedBy(cell("set-up"))).toBe("3 2\n");
  });

  test("a table is HTML with everything escaped, and text; nothing else", () => {
    for (const id of ["table", "async"]) {
      const bundles = bundlesOf(cell(id));
      expect(bundles.map((bundle) => Object.keys(bundle).sort())).toEqual([["text/html", "text/plain"]]);
      expect(html(id)).toContain("&lt;b&gt;name&lt;/b&gt;");
      expect(html(id)).not.toContain("<i>x");
      expect(printedBy(cell(id))).toBe("");
    }
  });

  test("a chart is its specification with a picture beside it", () => {
    const [bundle, ...others] = bundlesOf(cell("chart"));
    expect(others).toEqual([]);
    expect(bundle?.["application/vnd.vegalite.v5+json"]).toHaveProperty("$schema");
    expect(textOf(bundle?.["image/svg+xml"])).toMatch(/^<svg [\s\S]*<path/);
  });

  test("what is printed, and what is inside another value, is text", () => {
    expect(printedBy(cell("printed"))).toMatch(/^2 rows × 2 columns\n<b>name<\/b> +size\n/);
    const text = printedBy(cell("nested")) + bundlesOf(cell("nested")).map((bundle) => bundle["text/plain"]);
    expect(text).toContain("[Table: 2 rows × 2 columns]");
  });

  test("show() shows in the middle of a cell, in order", () => {
    const types = (cell("middle").outputs ?? []).map(({ data, text }) =>
      data ? Object.keys(data).sort().join() : text,
    );
    expect(types.slice(0, 3)).toEqual([
      "text/html,text/plain",
      "application/vnd.vegalite.v5+json,image/svg+xml,text/plain",
      "text/plain",
    ]);
    expect(printedBy(cell("middle"))).toMatch(/^after\n/);
  });

  test("parameter spaces, problems, design reports, batches, datasets, reports and pictures show themselves", () => {
    expect(html("space")).toContain("Parameters of spills-v0.1.0");
    expect(html("session")).toContain("Session for spills-v0.1.0");
    expect(html("problems")).toContain("&quot;size&quot; must be at least 1, got -1");
    expect(html("design")).toContain("centred_discrepancy");
    expect(html("batch")).toContain("Batch &quot;two&quot;");
    expect(html("dataset")).toContain("Dataset of 2 jobs");
    expect(html("report")).toMatch(/<iframe sandbox srcdoc="&lt;!DOCTYPE html/);
    expect(html("pictures")).toMatch(/<img src="data:image\/png;base64,iVBOR[^>]* alt="dot"/);
  });

  test("a batch shows how far it was when it was last looked at", () => {
    expect(html("batch")).not.toContain("progressbar");
    expect(html("waiting")).toMatch(/aria-label="Completed"[^>]*aria-valuemax="2" aria-valuenow="2"/);
  });

  test("jobs that ended and downloads are summed up, and show no address that opens results", () => {
    expect(html("ended")).toContain("2 jobs that ended");
    expect(html("fetched")).toMatch(/there before<\/dt><dd[^>]*>2 jobs/);
    for (const id of ["ended", "fetched"]) expect(JSON.stringify(cell(id).outputs)).not.toContain("http");
  });

  test("progress is one output each, which ends with the work", () => {
    const texts = bundlesOf(cell("waiting")).map((bundle) => textOf(bundle["text/plain"]));
    expect(texts).toEqual([
      expect.stringMatching(/^Waiting +\[#+\] 2 of 2 jobs$/),
      expect.stringMatching(/^Downloading +\[#+\] 2 of 2 jobs {2}[\d.]+ kB$/),
      expect.stringMatching(/^Batch "two"/),
    ]);
    expect(bundlesOf(cell("failing")).map((bundle) => textOf(bundle["text/plain"]))).toEqual([
      expect.stringContaining("stopped"),
    ]);
  });
});
