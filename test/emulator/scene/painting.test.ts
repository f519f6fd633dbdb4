import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Camera, makeCamera, project } from "../../../src/emulator/geometry/camera.ts";
import type { Vec3 } from "../../../src/emulator/geometry/vec3.ts";
import { type Layer, makeLayer } from "../../../src/emulator/scene/layer.ts";
import { materialIndex } from "../../../src/emulator/scene/materials.ts";
import { type PaintedBox, paintBox } from "../../../src/emulator/scene/paint-box.ts";
import { paintRod } from "../../../src/emulator/scene/paint-rod.ts";
import { percentInView } from "../../../src/emulator/scene/solid-labels.ts";
import { makeStage } from "../../../src/emulator/scene/stage.ts";

const SIZE = 24;
const number = (min: number, max: number): fc.Arbitrary<number> => fc.double({ min, max, noNaN: true });

/** A camera about the height of a head that looks ahead, more or less. */
const CAMERA = fc
  .record({ x: number(-1, 1), z: number(0.2, 2.5), pitchDeg: number(60, 110), yawDeg: number(-30, 30) })
  .map(({ x, z, pitchDeg, yawDeg }): Camera => {
    return makeCamera({
      location: [x, -3, z],
      pitchDeg,
      yawDeg,
      focalLengthMm: 28,
      width: SIZE,
      height: SIZE,
    });
  });

const FACES = [
  [1, 2],
  [3, 4],
  [5, 6],
] as const;

const BOX = fc
  .record({ x: number(-1.5, 1.5), y: number(-1.5, 2), z: number(0.2, 1.5), yawDeg: number(-180, 180) })
  .chain(({ x, y, z, yawDeg }) =>
    fc.tuple(number(0.1, 0.8), number(0.1, 0.8), number(0.1, 0.8)).map((half): PaintedBox => {
      return { center: [x, y, z], half, yawDeg, faces: FACES };
    }),
  );

function isInBox({ center, half, yawDeg }: PaintedBox, point: readonly number[]): boolean {
  const turn = (yawDeg * Math.PI) / 180;
  const [dx, dy, dz] = [point[0]! - center[0], point[1]! - center[1], point[2]! - center[2]];
  const [x, y] = [dx * Math.cos(turn) + dy * Math.sin(turn), dy * Math.cos(turn) - dx * Math.sin(turn)];
  return Math.abs(x) <= half[0] && Math.abs(y) <= half[1] && Math.abs(dz) <= half[2];
}

/** The depth at which the ray through a pixel first is in a box, found by walking along it. */
function walkToBox(box: PaintedBox, { camera, at }: { camera: Camera; at: number }): number {
  const [u, v] = [
    ((at % SIZE) + 0.5 - camera.k[0][2]) / camera.k[0][0],
    (Math.floor(at / SIZE) + 0.5 - camera.k[1][2]) / camera.k[1][1],
  ];
  const direction = [0, 1, 2].map((i) => u * camera.rt[0][i]! + v * camera.rt[1][i]! + camera.rt[2][i]!);
  for (let depth = 0.05; depth < 9; depth += 0.01) {
    if (
      isInBox(
        box,
        [0, 1, 2].map((i) => camera.location[i]! + depth * direction[i]!),
      )
    )
      return depth;
  }
  return Infinity;
}

function shows(layer: Layer, point: Vec3, camera: Camera): { at: number; depth: number } | null {
  const { x, y, depth } = project(camera, point);
  if (!(depth > 0.1 && x >= 0 && x < layer.width && y >= 0 && y < layer.height)) return null;
  return { at: Math.floor(y) * layer.width + Math.floor(x), depth };
}

describe("paintBox()", () => {
  test("finds the depth that walking along each pixel's ray finds", () => {
    let met = 0;
    fc.assert(
      fc.property(CAMERA, BOX, (camera, box) => {
        fc.pre(!isInBox(box, camera.location));
        const layer = makeLayer(camera);
        paintBox(layer, box, { camera });
        const walks = Array.from(layer.depth, (_, at) => walkToBox(box, { camera, at }));
        layer.depth.forEach((depth, at) => {
          const walked = walks[at] ?? Infinity;
          // Steps may go past a corner.
          if ((depth === Infinity) !== (walked === Infinity)) return;
          if (depth === Infinity) return;
          met++;
          expect(walked - depth).toBeGreaterThanOrEqual(-1e-4);
          expect(walked - depth).toBeLessThan(0.011);
        });
        const painted = [...layer.depth].filter((depth) => depth < Infinity).length;
        const walked = walks.filter((walk) => walk < Infinity).length;
        expect(Math.abs(painted - walked)).toBeLessThanOrEqual(3 + painted * 0.05);
      }),
      { numRuns: 25, seed: 5 },
    );
    expect(met).toBeGreaterThan(200);
  });

  test("paints the far side of a room, floor below and ceiling above", () => {
    const camera = makeCamera({
      location: [0, 0, 1],
      pitchDeg: 90,
      yawDeg: 0,
      focalLengthMm: 12,
      width: SIZE,
      height: SIZE,
    });
    const layer = makeLayer(camera);
    const room: PaintedBox = { center: [0, 1, 1.5], half: [2, 3, 1.5], yawDeg: 0, faces: FACES };
    paintBox(layer, room, { camera, inside: true });
    const middle = (SIZE * SIZE) / 2 + SIZE / 2;
    // Left, right, front, back, below and above are 1 to 6.
    expect(layer.material[middle]).toBe(4);
    expect(layer.depth[middle]).toBeCloseTo(4, 3);
    expect(layer.material[SIZE / 2]).toBe(6);
    expect(layer.material[SIZE * (SIZE - 1) + SIZE / 2]).toBe(5);
    expect(layer.material[middle - SIZE / 2]).toBe(1);
    expect(layer.material[middle + SIZE / 2 - 1]).toBe(2);
  });
});

describe("what is behind the camera", () => {
  const camera = makeCamera({
    location: [0, 0, 1],
    pitchDeg: 90,
    yawDeg: 0,
    focalLengthMm: 28,
    width: SIZE,
    height: SIZE,
  });

  test("is not painted and not in view", () => {
    const layer = makeLayer(camera);
    paintBox(layer, { center: [0, -3, 1], half: [1, 1, 1], yawDeg: 0, faces: FACES }, { camera });
    const rod = { from: [0, -2, 1], to: [0.1, -3, 1], radii: [0.2, 0.2], material: "skin" } as const;
    paintRod(layer, rod, camera);
    expect([...layer.depth].every((depth) => depth === Infinity)).toBe(true);
    expect(percentInView([rod], camera)).toBe(0);
    expect(percentInView([{ ...rod, from: [0, 2, 1], to: [0.1, 3, 1] }], camera)).toBe(100);
    expect(percentInView([{ ...rod, to: [0, 2, 1] }], camera)).toBeCloseTo(50, -1.5);
  });
});

describe("paintRod()", () => {
  test("covers the pixels of its ends, and is nowhere farther than its ends nor nearer than its flesh", () => {
    const point = fc.tuple(number(-1, 1), number(-2.9, 2), number(0, 2));
    fc.assert(
      fc.property(CAMERA, point, point, number(0.001, 0.2), (camera, from, to, radius) => {
        const layer = makeLayer(camera);
        paintRod(layer, { from, to, radii: [radius, radius], material: "skin" }, camera);
        for (const end of [from, to]) {
          const seen = shows(layer, end, camera);
          if (!seen) continue;
          expect(layer.depth[seen.at]).toBeLessThan(Infinity);
          expect(layer.material[seen.at]).toBe(materialIndex("skin"));
        }
        const ends = [from, to].map((end) => project(camera, end).depth);
        for (const depth of layer.depth) {
          if (depth < Infinity)
            expect(depth).toBeGreaterThan(Math.max(0.05, Math.min(...ends)) - radius - 1e-4);
        }
      }),
      { numRuns: 300, seed: 5 },
    );
  });
});

describe("makeStage()", () => {
  const camera = makeCamera({
    location: [0, -3, 1],
    pitchDeg: 90,
    yawDeg: 0,
    focalLengthMm: 28,
    width: 64,
    height: 64,
  });
  const shell: PaintedBox = { center: [0, 0, 1.5], half: [4, 4, 1.5], yawDeg: 0, faces: FACES };
  const pillar: PaintedBox = { center: [0, -1, 1], half: [0.2, 0.2, 1], yawDeg: 0, faces: FACES };
  const bar = { from: [-1, 0, 1], to: [1, 0, 1], radii: [0.2, 0.2], material: "skin" } as const;
  const room = { shell, back: 4, lamp: [0, 0, 3] as const, colors: {} as never };

  test("hides what is behind furniture, and counts it", () => {
    const free = makeStage({ ...room, furniture: [] }, camera).shoot([{ solid: [bar], instance: 1 }]);
    const skin = materialIndex("skin");
    expect(free.materials[1]![skin]).toBe(free.alone[1]);
    const half = makeStage({ ...room, furniture: [pillar] }, camera).shoot([{ solid: [bar], instance: 1 }]);
    expect(half.alone[1]).toBe(free.alone[1]);
    // The pillar is 0.4 m wide at 1.8 m: as wide as 0.67 m of the bar's 2.4 m at 3 m.
    expect(half.materials[1]![skin]! / half.alone[1]!).toBeCloseTo(1 - 0.67 / 2.4, 1);
    const all = free.materials.reduce((sum, counts) => sum + counts.reduce((a, b) => a + b, 0), 0);
    expect(all).toBe(64 * 64);
  });

  test("takes every picture anew", () => {
    const stage = makeStage({ ...room, furniture: [pillar] }, camera);
    const copy = ({ depth, material, instance }: ReturnType<typeof stage.shoot>) =>
      [depth, material, instance].map((values) => [...values]);
    const empty = copy(stage.shoot([]));
    const first = copy(stage.shoot([{ solid: [bar], instance: 1 }]));
    stage.shoot([{ solid: [{ ...bar, from: [-1, 0, 0.3] }], instance: 1 }]);
    expect(copy(stage.shoot([{ solid: [bar], instance: 1 }]))).toEqual(first);
    expect(copy(stage.shoot([]))).toEqual(empty);
    expect(first).not.toEqual(empty);
  });
});
