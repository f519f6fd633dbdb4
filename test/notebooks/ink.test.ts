import { expect, test } from "vitest";
import { inkOf } from "./ink.ts";

test("ink is what has not the colour of the ground", () => {
  const [white, black, blue] = [
    [255, 255, 255],
    [0, 0, 0],
    [76, 120, 168],
  ];
  const data = Uint8Array.from([white, white, blue, black, white, white].flat() as number[]);
  expect(inkOf({ data, width: 3, height: 2, channels: 3 })).toEqual({ any: 2, coloured: 1 });
});
