import { describe, expect, test } from "vitest";
import { LabelTables, MAX_PROBLEMS } from "../../src/labels/label-tables.ts";
import { personDocument, readDocument, rowsOf } from "./read-text.ts";

function report(count: number, rest: object = {}, into: LabelTables = new LabelTables()): LabelTables {
  for (let row = 0; row < count; row++) {
    const problem = {
      job_id: "a",
      file: "f",
      path: `$[${row}]`,
      problem: "wrong_type",
      message: "m",
    } as const;
    into.report({ ...problem, ...rest });
  }
  return into;
}

describe("tables.report()", () => {
  test("lists as many problems of a kind as the limit", () => {
    expect(rowsOf(report(MAX_PROBLEMS).toTables()).problems).toHaveLength(MAX_PROBLEMS);
  });

  test("counts the others in a last row", () => {
    const { problems } = rowsOf(report(MAX_PROBLEMS + 12).toTables());
    expect(problems).toHaveLength(MAX_PROBLEMS + 1);
    expect(problems[MAX_PROBLEMS - 1]).toMatchObject({ path: `$[${MAX_PROBLEMS - 1}]`, message: "m" });
    expect(problems.at(-1)).toEqual({
      job_id: "a",
      file: "f",
      path: null,
      problem: "wrong_type",
      message: "12 more of this kind are not listed",
    });
    const { problems: one } = rowsOf(report(MAX_PROBLEMS + 1).toTables());
    expect(one.at(-1)).toMatchObject({ message: "1 more of this kind is not listed" });
  });

  test("counts each job, file and kind by itself", () => {
    const into = report(MAX_PROBLEMS);
    for (const rest of [{ job_id: "b" }, { file: "g" }, { problem: "wrong_length" }]) {
      report(MAX_PROBLEMS, rest, into);
    }
    expect(rowsOf(into.toTables()).problems).toHaveLength(4 * MAX_PROBLEMS);
  });

  test("keeps a file that is wrong in every row short", () => {
    const annotations = Array.from({ length: 500 }, (_, id) => {
      return { id, image_id: 7, category_id: 1, iscrowd: "no", area: "large" };
    });
    const tables = readDocument(personDocument({}, { annotations }));
    expect(tables.annotations).toHaveLength(500);
    expect(tables.problems).toHaveLength(MAX_PROBLEMS + 1);
    expect(tables.problems.at(-1)).toMatchObject({ message: "900 more of this kind are not listed" });
  });
});
