import {
  differenceCiede2000,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  parse,
  wcagContrast,
} from "culori";
import { describe, expect, it } from "vitest";
import { NEUTRAL, PALETTE } from "../../../src/report/charts/palette.ts";

describe("the palette", () => {
  const difference = differenceCiede2000();
  const colors = [...PALETTE, NEUTRAL].map((color) => parse(color)!);

  it("can be told apart by those who see no red or no green", () => {
    for (const see of [
      (color: (typeof colors)[0]) => color,
      filterDeficiencyProt(1),
      filterDeficiencyDeuter(1),
    ]) {
      const seen = colors.map((color) => see(color));
      const pairs = seen.flatMap((a, i) => seen.slice(i + 1).map((b) => difference(a, b)));
      expect(Math.min(...pairs)).toBeGreaterThan(8);
    }
  });

  it("stands out on both grounds", () => {
    for (const color of [...PALETTE, NEUTRAL]) {
      expect(wcagContrast(color, "#ffffff")).toBeGreaterThan(2.2);
      expect(wcagContrast(color, "#1b1b1b")).toBeGreaterThan(3);
    }
  });
});
