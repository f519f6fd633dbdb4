import { Validator } from "@seriousme/openapi-schema-validator";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ParamInfo } from "../../../src/api/wire-types.ts";
import { job, type Loose, makeServer } from "../client.ts";
import { DOCUMENT, schemaProblems } from "./served-document.ts";

test("the document is OpenAPI 3.1", async () => {
  expect(DOCUMENT.openapi).toMatch(/^3\.1\./);
  expect(await new Validator().validate(DOCUMENT)).toEqual({ valid: true });
});

test("every reference of the document leads somewhere", () => {
  const references = [...JSON.stringify(DOCUMENT).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)];
  expect(references.length).toBeGreaterThan(20);
  for (const [, name] of references) expect(DOCUMENT.components.schemas).toHaveProperty([name ?? ""]);
});

test("the token is wanted where the document says so", async () => {
  const { emulator } = makeServer();
  for (const [path, methods] of Object.entries<Loose>(DOCUMENT.paths)) {
    for (const [method, { security }] of Object.entries<Loose>(methods)) {
      const url = `http://127.0.0.1${path.replace(/\{\w+\}/g, "x")}`;
      const { status } = await emulator.fetch(new Request(url, { method: method.toUpperCase() }));
      expect([path, method, status === 401]).toEqual([path, method, security.length > 0]);
    }
  }
});

/** Values that fit a parameter, and some that hardly do. */
function around({ options, default_value }: ParamInfo): fc.Arbitrary<unknown> {
  const { min, max, choices = [] } = options ?? {};
  const near = [min, max].flatMap((end) =>
    end === undefined ? [] : [end, end + 1, end - 1, end / 2, `${end}`],
  );
  return fc.oneof(
    { weight: 40, arbitrary: fc.constantFrom(default_value, ...choices) },
    { weight: 4, arbitrary: fc.constantFrom(default_value, ...near) },
    { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 1 }) },
  );
}

describe("param_values", () => {
  const { post, get } = makeServer();

  test.each(["visionfit-v0.3.1", "spills-v0.1.0", "sensefit-v0.2.0"])(
    "of %s are taken by the server exactly where they fit the document",
    async (name) => {
      const { params } = (await get(`/api/jobs/${name}/`)).body;
      const values = fc.record(
        Object.fromEntries(params.map((param: ParamInfo) => [param.name, around(param)])),
        { requiredKeys: [] },
      );
      const strangers = fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 1 }), { maxKeys: 1 });
      const mixed = fc.tuple(values, fc.oneof({ weight: 4, arbitrary: fc.constant({}) }, strangers));
      const seen = { taken: 0, refused: 0 };
      await fc.assert(
        fc.asyncProperty(mixed, fc.boolean(), async ([own, others], isPreview) => {
          const body = { name: "", job_runs: [job(name, { ...others, ...own }, isPreview)] };
          const sent = JSON.parse(JSON.stringify(body));
          const fits = schemaProblems(["components", "schemas", "BatchSubmission"], sent) === null;
          const { status, body: reply } = await post("/api/batch/estimate/", body);
          seen[status === 200 ? "taken" : "refused"]++;
          // Rules about more than one value are not the document's.
          const beyond = /^Invalid jobs: (job 0: (trim_start_frac \+|"state" must be the id)[^;]*(; )?)+$/;
          expect(status === 200 || (fits && beyond.test(reply.detail))).toBe(fits);
        }),
        { numRuns: 400, seed: 4 },
      );
      expect(Math.min(seen.taken, seen.refused)).toBeGreaterThan(20);
    },
  );

  test("have their defaults and limits in the document", () => {
    expect(DOCUMENT.components.schemas["visionfit-v0.3.1"].properties.num_reps).toEqual({
      type: "integer",
      minimum: 1,
      maximum: 20,
      default: 1,
    });
  });
});
