import { expect, test } from "vitest";
import { comparable, masked } from "./comparable.ts";
import type { Notebook, Output } from "./notebook.ts";

test("what differs between runs and kernels is masked, and nothing else", () => {
  expect(masked("0.12345678 of -1.5e-10, v0.3.1, 1234567890 and 2.50")).toBe(
    "0.123457 of -1.5e-10, v0.3.1, 1234567890 and 2.5",
  );
  expect(masked("job 01ARZ3NDEKTSV4RRFFQ69G5FAV of A1ARZ3NDEKTSV4RRFFQ69G5FAV")).toBe(
    "job ULID of A1ARZ3NDEKTSV4RRFFQ69G5FAV",
  );
  expect(masked('<p><img src="data:image/png;base64,iVBOR/w0+Gg=="></p>')).toBe(
    '<p>\n<img src="data:image/png;base64,">\n</p>',
  );
});

function notebookOf(outputs: Output[]): Notebook {
  return { cells: [{ id: "a", cell_type: "code", metadata: {}, source: "", outputs }] };
}

function shows(data: Record<string, unknown>, output_type: "display_data" | "execute_result"): Output {
  return { output_type, data };
}

test("the same things are equal, whichever way they were shown, and others are not", () => {
  const spec = { mark: "bar", data: { values: [{ x: 1 / 3 }] } };
  const chart = { "application/vnd.vegalite.v5+json": spec, "image/svg+xml": "<svg/>" };
  const notebook = notebookOf([
    shows({ "text/html": ["<b>1</b>\n", "2"] }, "display_data"),
    shows(chart, "execute_result"),
  ]);
  const same = notebookOf([
    shows({ "text/html": "<b>1</b>\n2" }, "execute_result"),
    shows(
      { "application/vnd.vegalite.v5+json": { ...spec, data: { values: [{ x: 0.33333333 }] } } },
      "display_data",
    ),
  ]);
  expect(comparable(same)).toEqual(comparable(notebook));
  const other = notebookOf([
    shows({ "text/html": "<b>1</b>\n3" }, "execute_result"),
    shows(chart, "execute_result"),
  ]);
  expect(comparable(other)).not.toEqual(comparable(notebook));
  const odd = notebookOf([shows({ "text/html": "<b>1</b>\n2" }, "execute_result")]);
  expect(comparable(odd)).not.toEqual(comparable(notebook));
  const printed = notebookOf([
    ...notebook.cells[0]!.outputs!,
    { output_type: "stream", name: "stdout", text: "1" },
  ]);
  expect(comparable(printed)).not.toEqual(comparable(notebook));
});
