import { describe, expect, test } from "vitest";
import { readJobJson } from "../../../src/labels/json/read-job-json.ts";

const FILE = { jobId: "a", file: "a/job.json" };

describe("readJobJson()", () => {
  test("gives the parameters as they stand and the generator", () => {
    expect(readJobJson('{"name": "safety-v0.1.0", "params": {"n": "14", "h": 0.5}}', FILE)).toEqual({
      name: "safety-v0.1.0",
      params: { n: "14", h: 0.5 },
    });
    expect(readJobJson('{"params": {}}', FILE)).toEqual({ name: null, params: {} });
  });

  test.each([
    ["3", "the file must hold an object, got number 3 (a/job.json at $)"],
    ["{}", '"params" must be an object, got undefined (a/job.json at $.params)'],
    ['{"params": []}', '"params" must be an object, got an array of 0 (a/job.json at $.params)'],
    ['{"params": {}, "name": 1}', '"name" must be a string, got number 1 (a/job.json at $.name)'],
  ])("rejects %s", (text, reason) => {
    expect(() => readJobJson(text, FILE)).toThrow(`Cannot read parameters of job a: ${reason}`);
  });

  test("rejects text that is not JSON", () => {
    expect(() => readJobJson('{"params"', FILE)).toThrow(
      expect.objectContaining({ name: "LabelFileError", path: "line 1", jobId: "a" }),
    );
  });
});
