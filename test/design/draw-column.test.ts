import { describe, expect, it } from "vitest";
import { beta } from "../../src/design/distributions/beta.ts";
import { choice } from "../../src/design/distributions/choice.ts";
import { constant } from "../../src/design/distributions/constant.ts";
import type { Distribution } from "../../src/design/distributions/distribution.ts";
import { empirical } from "../../src/design/distributions/empirical.ts";
import { integers } from "../../src/design/distributions/integers.ts";
import { logNormal } from "../../src/design/distributions/log-normal.ts";
import { logUniform } from "../../src/design/distributions/log-uniform.ts";
import { normal } from "../../src/design/distributions/normal.ts";
import { triangular } from "../../src/design/distributions/triangular.ts";
import { truncatedNormal } from "../../src/design/distributions/truncated-normal.ts";
import { uniform } from "../../src/design/distributions/uniform.ts";
import { weibull } from "../../src/design/distributions/weibull.ts";
import { drawColumn } from "../../src/design/draw-column.ts";
import { randomPoints } from "../../src/design/random/random-points.ts";
import { randomStream } from "../../src/design/random/random-stream.ts";
import { findColumnType } from "../../src/tables/column-type-of.ts";

const many = Array.from({ length: 300 }, (_, i) => `v${i}`);

const CASES: readonly (readonly [string, Distribution, string | null])[] = [
  ["uniform", uniform(-1, 2), "float64"],
  ["uniform by steps", uniform(0, 1, { step: 0.1 }), "float64"],
  ["integers", integers(-3, 3), "int32"],
  ["integers of 32 bits", integers(-(2 ** 31), 2 ** 31 - 1), "int32"],
  ["integers beyond 32 bits", integers(0, 2 ** 40), "int64"],
  ["integers by steps", integers(0, 512, { step: 128 }), "int32"],
  ["choice of texts", choice(["a", "b", "é"]), "string"],
  ["choice of a text twice", choice(["a", "b", "a"]), "string"],
  ["choice of many texts", choice(many), "string"],
  ["choice by weight", choice(["a", "b"], { weights: [3, 1] }), "string"],
  ["choice of integers", choice([6, 12, 24]), "int32"],
  ["choice of numbers", choice([6, 0.5]), "float64"],
  ["choice of booleans", choice([true, false]), "bool"],
  ["choice with a missing value", choice(["a", null]), "string"],
  ["choice of mixed types", choice(["a", 1]), null],
  ["normal", normal(1, 2), "float64"],
  ["truncatedNormal", truncatedNormal(0, 1, { min: -1 }), "float64"],
  ["logUniform", logUniform(1, 10), "float64"],
  ["logNormal", logNormal(0, 1), "float64"],
  ["triangular", triangular(0, 1), "float64"],
  ["beta", beta(2, 3), "float64"],
  ["weibull", weibull(2, 3), "float64"],
  ["constant", constant("x"), "string"],
  ["empirical", empirical([3, 1, 2]), "int32"],
];

describe("drawColumn()", () => {
  it.each(CASES)("gives the quantiles of a stream, for %s", (_, distribution, type) => {
    const random = randomStream("s", "x");
    for (const [n, first] of [
      [2500, 0],
      [3, 7],
    ] as const) {
      const column = drawColumn(distribution, randomPoints("s", "x"), { n, first });
      expect(Array.from(column)).toEqual(
        Array.from({ length: n }, (_, row) => distribution.quantile(random(first + row))),
      );
      if (n > 3) expect(findColumnType(column)).toBe(type);
    }
  });
});
