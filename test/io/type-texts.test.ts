import { aq } from "infinity-frames";
import { expect, test } from "vitest";
import { fromCsv } from "../../src/io/from-csv.ts";
import { toCsv } from "../../src/io/to-csv.ts";
import { typeTexts } from "../../src/io/type-texts.ts";
import { typesOf } from "./types-of.ts";

test("typeTexts() gives the columns of a CSV file the types that they were written from", () => {
  const table = aq.table({
    int: [1, -2, null],
    float: [0.5, Number.NaN, -Infinity],
    tiny: [1e-7, 2e21, null],
    bool: [true, null, false],
    text: ["a", null, "true"],
  });
  const read = typeTexts(fromCsv(toCsv(table), { path: "x.csv" }));
  expect(read.objects()).toEqual(table.objects());
  expect(Object.fromEntries(typesOf(read))).toEqual({
    int: "int32",
    float: "float64",
    tiny: "float64",
    bool: "bool",
    text: "string",
  });
});

test("typeTexts() leaves texts that a number would change", () => {
  const columns = {
    zeros: ["007", "1"],
    plus: ["+1", "2"],
    blank: [" 1", "2"],
    long: ["9223372036854775808", "1"],
    exact: ["9007199254740993", "0.5"],
    mixed: ["1", "true"],
    comma: ["1,5", "2"],
    empty: [null, null],
  };
  const read = typeTexts(aq.table(columns));
  for (const [name, values] of Object.entries(columns)) expect(Array.from(read.array(name))).toEqual(values);
});

test("typeTexts() knows whole numbers with a fraction as floats", () => {
  const read = typeTexts(aq.table({ x: ["1.0", "2"], big: ["4294967296", "1"] }));
  expect(Object.fromEntries(typesOf(read))).toEqual({
    x: "float64",
    big: "int64",
  });
});

test("typeTexts() reads integers beyond 2^53 exactly", () => {
  const read = typeTexts(aq.table({ id: ["9007199254740993", "-9223372036854775808", "1", null] }));
  expect(read.array("id")).toEqual([9007199254740993n, -(2n ** 63n), 1n, null]);
});
