import { describe, it } from "vitest";
import { stirlingError } from "../../../src/design/distributions/stirling-error.ts";
import { expectClose } from "./expect-close.ts";

describe("stirlingError()", () => {
  it.each([
    [0.001, 2.5422704679670947],
    [0.5, 0.15342640972002736],
    [1, 0.08106146679532726],
    [10, 0.00833056343336287],
    [16, 0.0052076559196096404],
    [1000, 8.333333055555635e-5],
  ])("agrees with mpmath 1.4.1 at %d", (z, expected) => {
    expectClose(stirlingError(z), expected, 5e-15);
  });
});
