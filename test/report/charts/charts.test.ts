import { readFileSync } from "node:fs";
import { Ajv, type ValidateFunction } from "ajv";
import addFormats from "ajv-formats";
import { beforeAll, describe, expect, it } from "vitest";
import { toSVG } from "../../../src/report/svg/to-svg.ts";
import { chartCases } from "./chart-cases.ts";
import { xmlProblem } from "./xml-problem.ts";

const SCHEMAS = {
  "Vega-Lite 5": "vega-lite-v5/build/vega-lite-schema.json",
  "Vega-Lite 6": "vega-lite/build/vega-lite-schema.json",
};
const validators: Record<string, ValidateFunction> = {};

beforeAll(() => {
  for (const [name, path] of Object.entries(SCHEMAS)) {
    const ajv = new Ajv({
      strict: false,
      validateSchema: false,
      inlineRefs: false,
      code: { optimize: false },
    });
    addFormats.default(ajv);
    ajv.addFormat("color-hex", true);
    const file = new URL(`../../../node_modules/${path}`, import.meta.url);
    validators[name] = ajv.compile(JSON.parse(readFileSync(file, "utf8")));
  }
}, 60_000);

describe("every chart", () => {
  const cases = chartCases();

  it.each(cases)("is a valid specification that Vega draws without a warning: %s", async (_, make) => {
    const spec = make();
    expect(JSON.parse(JSON.stringify(spec))).toEqual(spec);
    expect(JSON.stringify(spec)).not.toMatch(/"(url|signal|expr)":(?!"data:image|\{"value":"data:image)/);
    for (const [name, validate] of Object.entries(validators)) {
      validate(spec);
      expect(validate.errors ?? [], name).toEqual([]);
    }
    expect(spec.description.length).toBeGreaterThan(20);
    const warnings: string[] = [];
    const svg = await toSVG(spec, { onWarning: (message) => warnings.push(message) });
    expect(warnings).toEqual([]);
    expect(svg).not.toMatch(/NaN|undefined|<script|<img|onerror="/);
    expect(xmlProblem(svg)).toBeNull();
  });

  it("does not grow with what is in the tables", () => {
    for (const [name, make] of cases) expect(JSON.stringify(make()).length, name).toBeLessThan(400_000);
  });
});
