import * as aq from "arquero";
import { afterEach, beforeEach, expect, type MockInstance, test, vi } from "vitest";
import { displayOfAny } from "../../src/notebook/display-of-any.ts";
import { pictures } from "../../src/notebook/pictures.ts";
import { show } from "../../src/notebook/show.ts";
import { withProgress } from "../../src/notebook/with-progress.ts";
import { ParameterSpace } from "../../src/params/parameter-space.ts";
import { ParameterValidationError } from "../../src/params/parameter-validation-error.ts";
import { validateJobs } from "../../src/params/validate-jobs.ts";
import { histogramGrid } from "../../src/report/charts/histogram-grid.ts";

const table = aq.table({ size: [1, 2, 3] });
const space = new ParameterSpace({
  name: "boxes",
  options: {},
  params: [{ name: "size", type: "int", default_value: 1, options: { min: 1, max: 5 } }],
} as unknown as ConstructorParameters<typeof ParameterSpace>[0]);

let write: MockInstance<typeof process.stdout.write>;

beforeEach(() => {
  write = vi.spyOn(process.stdout, "write").mockReturnValue(true);
});

afterEach(() => write.mockRestore());

/** What was printed since the test began. */
function printed(): string {
  return write.mock.calls.map(([text]) => String(text)).join("");
}

test("outside a notebook everything is shown as text", async () => {
  await show(table, { maxRows: 2 });
  await show(histogramGrid(table));
  await show(space);
  await show({ found: 3, table, more: [1] });
  await show(new ParameterValidationError(validateJobs(space, [{ size: 9 }])));
  await show([{ a: 1n }]);
  await show("plain");
  await show(0.1 + 0.2);
  await show(undefined);
  const text = printed();
  expect(text).toContain("3 rows × 1 column\nsize\n   1\n… 1 more …\n   3\n");
  expect(text).toContain("Chart: Distribution");
  expect(text).toMatch(/Parameters of boxes\n.*\nname +type +min +max/);
  expect(text).toContain("  found  3\ntable (3 rows × 1 column)");
  expect(text).toContain("ParameterValidationError: nothing was sent\nProblems (1 row × 6 columns)");
  expect(text).toMatch(/\[\n {2}\{\n {4}"a": "1"\n {2}\}\n\]\nplain\n0\.30000000000000004\nundefined\n$/);
});

test("a chart of hostile names prints none of them as they are, and one that is no JSON says what to do", async () => {
  const spec = {
    $schema: "https://vega.github.io/schema/vega-lite/v5.json",
    mark: "bar",
    data: { values: [] },
  };
  await show({ ...spec, description: "\u001b[2J" });
  expect(printed()).toBe("Chart: \\u{1b}[2J\n");
  const rows = { ...spec, data: { values: [{ id: 1n }] } };
  expect(() => displayOfAny(rows)?.bundle(rows, {})).toThrow("Number() makes a number of each bigint");
  expect(displayOfAny({ $schema: Object.create(null) })).toBeNull();
});

test("show() refuses options that it does not have", async () => {
  await expect(show(table, { maxRow: 3 } as object)).rejects.toThrow(
    'There is no option "maxRow" (did you mean "maxRows"?)',
  );
  await expect(show(table, { maxRows: 0 })).rejects.toThrow('"maxRows" must be a whole number of 1 or more');
});

test("progress is one line where nothing can be updated, and the result is passed on", async () => {
  const result = await withProgress("Reading", async (onProgress) => {
    for (let done = 0; done <= 3; done++)
      onProgress({
        numJobs: 3,
        numJobsDone: done,
        numJobsFailed: 0,
        bytes: 2000,
        bytesTotal: null,
        jobId: null,
      });
    return 7;
  });
  expect([result, printed()]).toEqual([7, "Reading   3 of 3 jobs, 2.0 kB\n"]);
});

test("work that fails says so, and its error is passed on", async () => {
  const work = withProgress("Waiting", async (onProgress) => {
    onProgress({ done: 1, total: 3 });
    throw new RangeError("too far");
  });
  await expect(work).rejects.toThrow("too far");
  expect(printed()).toBe("Waiting   1 of 3 parts, stopped\n");
});

test("work whose progress cannot be shown goes on, and has its result", async () => {
  vi.stubGlobal("Deno", { jupyter: { display: () => Promise.reject(new Error("the notebook is gone")) } });
  const result = await withProgress("Reading", async (onProgress) => {
    onProgress({ done: 1, total: 3 });
    await new Promise((resolve) => setImmediate(resolve));
    return 7;
  });
  vi.unstubAllGlobals();
  expect(result).toBe(7);
});

test("pictures are put into the page, whatever they are given as", async () => {
  const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 1, 2, 3);
  const grid = await pictures([{ src: png, caption: "one" }, { src: "https://example.org/a.png" }], {
    columns: 2,
  });
  expect(grid.pictures).toEqual([
    { address: `data:image/png;base64,${Buffer.from(png).toString("base64")}`, caption: "one" },
    { address: "https://example.org/a.png", caption: "" },
  ]);
  await expect(pictures([{ src: Uint8Array.of(1, 2) }])).rejects.toThrow(
    "Cannot show the picture of 2 bytes: expected PNG",
  );
  const sound = new TextEncoder().encode("RIFF....WAVEfmt ");
  await expect(pictures([{ src: sound }])).rejects.toThrow("expected PNG");
  const webp = new TextEncoder().encode("RIFF....WEBPVP8 ");
  expect((await pictures([{ src: webp }])).pictures[0]?.address).toMatch(/^data:image\/webp;/);
  await expect(pictures([{ src: "missing.png" }])).rejects.toThrow("missing.png");
  await expect(pictures([], { columns: 0 })).rejects.toThrow('"columns" must be a whole number');
});
