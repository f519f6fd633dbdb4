import { spawnSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeRle } from "../../../src/labels/rle/decode-rle.ts";
import { rleArea } from "../../../src/labels/rle/rle-area.ts";
import { rleToMask } from "../../../src/labels/rle/rle-to-mask.ts";

/** What `pycocotools` 2.0.11 made of some masks; pixels count row by row. */
const WRITTEN: [text: string, height: number, width: number, pixels: number[]][] = [
  ["0120", 2, 2, [0, 3]],
  ["321", 2, 3, [2, 4]],
  ["211110O10", 3, 5, [3, 4, 6, 9, 10, 11, 12, 13]],
  ["21120O010N11100", 7, 4, [5, 6, 8, 9, 11, 15, 16, 17, 18, 20, 21, 22, 24, 25]],
  ["01", 1, 1, [0]],
  ["1", 1, 1, []],
  ["f61W20`N0d70hH0h30hb00fZO", 4, 400, [853, 871, 877, 944, 953, 992, 1181]],
];
const DISC = "^59m04M2N2N2O0O2O0000000000000001N101N2N2N3Ll5";
const DISC_ROWS = [9, 13, 15, 17, 19, 19, 21, 21, 21, 21, 21, 21, 21, 21, 21, 19, 19, 17, 15, 13, 9];

const PYTHON = `
import json, sys
import numpy
from pycocotools import mask
for line in sys.stdin:
    height, width, data = json.loads(line)
    pixels = numpy.asfortranarray(numpy.array(data, numpy.uint8).reshape(height, width))
    coded = mask.encode(pixels)
    print(json.dumps([coded["counts"].decode(), int(mask.area(coded))]))
`;

type Picture = [height: number, width: number, data: number[]];

const pictures: fc.Arbitrary<Picture> = fc
  .tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 40 }), fc.infiniteStream(fc.nat(60)))
  .map(([height, width, runs]) => {
    const data: number[] = [];
    for (let bit = 0; data.length < height * width; bit = 1 - bit) {
      const length = Number(runs.next().value) % 7 === 0 ? 40 : Number(runs.next().value);
      data.push(...new Array<number>(length).fill(bit));
    }
    return [height, width, data.slice(0, height * width)];
  });

/** Run lengths, counted pixel by pixel. */
function countRuns([height, width, data]: Picture): number[] {
  const counts = [0];
  for (let x = 0; x < width; x++) {
    for (let y = 0; y < height; y++) {
      if (data[y * width + x] !== (counts.length - 1) % 2) counts.push(0);
      counts[counts.length - 1]!++;
    }
  }
  return counts;
}

/** COCO's compression of run lengths, after its definition. */
function compress(counts: readonly number[]): string {
  let text = "";
  counts.forEach((count, i) => {
    let rest = i > 2 ? count - counts[i - 2]! : count;
    for (let more = true; more; ) {
      const group = rest & 31;
      rest >>= 5;
      more = group & 16 ? rest !== -1 : rest !== 0;
      text += String.fromCharCode(48 + group + (more ? 32 : 0));
    }
  });
  return text;
}

describe("run lengths", () => {
  test.each(WRITTEN)("of %j are those of pycocotools", (counts, height, width, pixels) => {
    const data = new Uint8Array(height * width);
    for (const pixel of pixels) data[pixel] = 1;
    expect(rleToMask({ counts, size: [height, width] })).toEqual({ height, width, data });
    expect(rleArea({ counts, size: [height, width] })).toBe(pixels.length);
  });

  test("of a disc give its rows", () => {
    const { data } = rleToMask({ counts: DISC, size: [40, 30] });
    const rows = Array.from({ length: 40 }, (_, y) =>
      data.subarray(30 * y, 30 * y + 30).reduce((a, b) => a + b),
    );
    expect(rows.filter((count) => count > 0)).toEqual(DISC_ROWS);
    expect(rleArea({ counts: DISC, size: [40, 30] })).toBe(373);
  });

  test("are the same compressed and not, and give any mask back", () => {
    fc.assert(
      fc.property(pictures, (picture) => {
        const [height, width, data] = picture;
        const size: [number, number] = [height, width];
        const counts = countRuns(picture);
        expect(decodeRle(compress(counts))).toEqual(counts);
        expect(Array.from(rleToMask({ counts, size }).data)).toEqual(data);
        expect(rleToMask({ counts: compress(counts), size })).toEqual(rleToMask({ counts, size }));
        expect(rleArea({ counts, size })).toBe(data.filter((pixel) => pixel === 1).length);
      }),
    );
  });

  test("of random masks are those of pycocotools", () => {
    const drawn = fc.sample(pictures, 200);
    const input = drawn.map((picture) => `${JSON.stringify(picture)}\n`).join("");
    const python = spawnSync("python3", ["-c", PYTHON], { input, encoding: "utf8" });
    if (python.status !== 0) {
      process.stderr.write("pycocotools is absent: run lengths are not compared with it\n");
      return expect(python.stdout ?? "").toBe("");
    }
    const found = drawn.map((picture) => {
      const [height, width] = picture;
      const counts = compress(countRuns(picture));
      return JSON.stringify([counts, rleArea({ counts, size: [height, width] })]);
    });
    const wanted = python.stdout.trimEnd().split("\n");
    expect(found).toEqual(wanted.map((line) => JSON.stringify(JSON.parse(line))));
  });

  test("keep numbers of more than 32 bits", () => {
    expect(decodeRle("PPPPPPP1")).toEqual([2 ** 35]);
  });

  test.each([
    ["5P", 'expected "0" to "o" at 2, got the end'],
    ["5 2", 'expected "0" to "o" at 1, got " "'],
    ["5p", 'expected "0" to "o" at 1, got "p"'],
    ["O", "the one at 0 is -1, expected 0 or more"],
    ["oooooooooooo0", "expected 0 or more"],
  ])("of %j are refused", (text, message) => {
    expect(() => decodeRle(text)).toThrow(SyntaxError);
    expect(() => decodeRle(text)).toThrow(`Cannot read run lengths: `);
    expect(() => decodeRle(text)).toThrow(message);
  });

  test.each([
    [[1, 2], [2, 2], "they cover 3 pixels, expected 2 x 2 = 4"],
    [[1, -2, 5], [2, 2], "run 1 must be a whole number, got -2"],
    [[0.5, 3.5], [2, 2], "run 0 must be a whole number, got 0.5"],
    [[4], [4], '"size" must be height and width, got 4'],
    [[4], [-2, -2], '"size" must be height and width, got -2, -2'],
  ] as [number[], [number, number], string][])("%j of size %j are refused", (counts, size, message) => {
    for (const read of [rleToMask, rleArea]) {
      expect(() => read({ counts, size })).toThrow(new RangeError(`Cannot read run lengths: ${message}`));
    }
  });
});
