import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { expect, it } from "vitest";
import { exactJson, parseExactJson } from "../../../src/dataset/ingest/exact-json.ts";

it("gives back equal values, whatever they are", () => {
  const value = fc.letrec((tie) => ({
    any: fc.oneof(
      fc.constantFrom(
        null,
        true,
        Number.NaN,
        -Infinity,
        -0,
        2 ** 60,
        2n ** 70n,
        -1n,
        "",
        "1n",
        { $: 1 },
        { $: { $: "x" } },
      ),
      fc.double(),
      fc.string(),
      fc.array(tie("any"), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom("$", "a", "__proto__", "constructor"), tie("any"), {
        maxKeys: 3,
        noNullPrototype: true,
      }),
    ),
  })).any;
  fc.assert(
    fc.property(value, (each) => {
      expect(isDeepStrictEqual(parseExactJson(exactJson(each)), each)).toBe(true);
    }),
  );
});
