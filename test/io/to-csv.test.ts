import { desc, table } from "arquero";
import { expect, test } from "vitest";
import { toCsv } from "../../src/io/to-csv.ts";
import { TypedColumn } from "../../src/tables/typed-column.ts";

test("a moment is ISO text, a structure is JSON", () => {
  const written = table({ at: [new Date(5), null], pair: [{ x: 1, at: new Date(5) }, null] });
  expect(toCsv(written)).toBe(
    'at,pair\n1970-01-01T00:00:00.005Z,"{""x"":1,""at"":""1970-01-01T00:00:00.005Z""}"\n,\n',
  );
});

test("a missing value is an empty cell, a list is JSON", () => {
  const written = table({
    b: [true, false, null],
    i: new TypedColumn("int64", [2n ** 60n, 1, null]),
    f: [0.5, Number.NaN, null],
    s: ['say "hi", you', "two\nlines", null],
    l: new TypedColumn("float64[]", [[1, null, Number.NaN], [], null]),
    m: new TypedColumn("int64[][]", [[[1n, 2n ** 60n]], [null], null]),
    toString: ["x", "y", "z"],
  });
  expect(toCsv(written)).toBe(
    [
      "b,i,f,s,l,m,toString",
      'true,1152921504606846976,0.5,"say ""hi"", you","[1,null,""NaN""]","[[1,""1152921504606846976""]]",x',
      'false,1,NaN,"two\nlines",[],[null],y',
      ",,,,,,z",
      "",
    ].join("\n"),
  );
});

test("the filter and the order apply", () => {
  const shown = table({ a: [1, 2, 3] })
    .filter((row: { a: number }) => row.a !== 2)
    .orderby(desc("a"));
  expect(toCsv(shown)).toBe("a\n3\n1\n");
});

test("a table without rows is its header", () => {
  expect(toCsv(table({ "a b": [], "c,d": [] }))).toBe('a b,"c,d"\n');
});
