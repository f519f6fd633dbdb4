import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { makeCamera, project } from "../../../src/emulator/geometry/camera.ts";
import { clipToFrame } from "../../../src/emulator/geometry/clip-to-frame.ts";
import { multiply, transpose } from "../../../src/emulator/geometry/mat3.ts";
import { polygonArea } from "../../../src/emulator/geometry/polygon-area.ts";
import { compose, fromEulerDegrees, toMatrix } from "../../../src/emulator/geometry/quaternion.ts";

const base = {
  location: [0, 0, 1.5],
  pitchDeg: 90,
  yawDeg: 0,
  focalLengthMm: 36,
  width: 200,
  height: 100,
} as const;
const angle = fc.double({ min: -360, max: 360, noNaN: true });

describe("makeCamera()", () => {
  test("at pitch 90 and yaw 0 looks along +Y, right is +X and up is up", () => {
    const camera = makeCamera(base);
    expect(project(camera, [0, 4, 1.5])).toEqual({
      x: 100,
      y: expect.closeTo(50, 9),
      depth: expect.closeTo(4, 9),
    });
    expect(project(camera, [1, 4, 1.5]).x).toBeCloseTo(150, 9);
    expect(project(camera, [0, 4, 2]).y).toBeCloseTo(25, 9);
    expect(project(camera, [0, -4, 1.5]).depth).toBeCloseTo(-4, 9);
    expect([camera.sensorWidthMm, camera.sensorHeightMm]).toEqual([36, 18]);
  });

  test("a positive yaw turns left, a smaller pitch looks down", () => {
    const left = makeCamera({ ...base, yawDeg: 90 });
    expect(project(left, [-4, 0, 1.5]).x).toBeCloseTo(100, 9);
    const down = makeCamera({ ...base, pitchDeg: 45 });
    expect(project(down, [0, 1.5, 0]).y).toBeCloseTo(50, 9);
  });
});

describe("quaternions", () => {
  test("become orthonormal matrices that compose as they do", () => {
    fc.assert(
      fc.property(fc.tuple(angle, angle, angle), fc.tuple(angle, angle, angle), (one, other) => {
        const [a, b] = [fromEulerDegrees(one), fromEulerDegrees(other)];
        const product = multiply(toMatrix(a), toMatrix(b)).flat();
        toMatrix(compose(a, b))
          .flat()
          .forEach((value, i) => {
            expect(value).toBeCloseTo(product[i]!, 9);
          });
        const identity = multiply(toMatrix(a), transpose(toMatrix(a))).flat();
        identity.forEach((value, i) => {
          expect(value).toBeCloseTo(i % 4 === 0 ? 1 : 0, 9);
        });
      }),
      { seed: 1 },
    );
  });

  test("turn by the right hand rule", () => {
    const [[a], [b]] = toMatrix(fromEulerDegrees([0, 0, 90]));
    expect([a, b]).toEqual([expect.closeTo(0, 9), expect.closeTo(1, 9)]);
  });
});

describe("polygons", () => {
  test("clipToFrame() keeps what is inside", () => {
    const frame = { width: 10, height: 8 };
    const clipped = clipToFrame(
      [
        [-5, -5],
        [5, -5],
        [5, 4],
        [-5, 4],
      ],
      frame,
    );
    expect(polygonArea(clipped)).toBe(20);
    expect(
      clipToFrame(
        [
          [11, 1],
          [15, 1],
          [15, 5],
        ],
        frame,
      ),
    ).toEqual([]);
    expect(
      polygonArea(
        clipToFrame(
          [
            [-9, -9],
            [30, -9],
            [30, 30],
            [-9, 30],
          ],
          frame,
        ),
      ),
    ).toBe(80);
  });
});
