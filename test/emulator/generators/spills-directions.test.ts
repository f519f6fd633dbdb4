import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { spillsV010 } from "../../../src/emulator/generators/spills-v0.1.0/spills.ts";
import { decodePng } from "../../util/decode-png.ts";
import { job, type Loose, labelsOf, makeServer, resultFiles, textOf, unzip } from "../client.ts";

type Point = [x: number, y: number];

const SHORT = { video_duration: 1, frame_rate: 6 };

function labelsWith(params: object): Promise<Loose> {
  return labelsOf({ ...SHORT, ...params }, { name: "spills-v0.1.0", server: makeServer({ masks: false }) });
}

function pointsOf(flat: number[]): Point[] {
  return Array.from({ length: flat.length / 2 }, (_, i) => [flat[2 * i]!, flat[2 * i + 1]!]);
}

/** Takes points of the image to the floor, by the inverse of the camera matrix's columns for x, y and 1. */
function toFloor(p: number[][], points: Point[]): Point[] {
  const [[a, b, , c], [d, e, , f], [g, h, , i]] = p as [number[], number[], number[]];
  return points.map(([u, v]) => {
    // (a - u g) x + (b - u h) y = u i - c, and the same with v.
    const [m, n, r] = [a! - u * g!, b! - u * h!, u * i! - c!];
    const [s, t, w] = [d! - v * g!, e! - v * h!, v * i! - f!];
    const determinant = m * t - n * s;
    return [(r * t - n * w) / determinant, (m * w - r * s) / determinant];
  });
}

function crossOf([x1, y1]: Point, [x2, y2]: Point): number {
  return x1 * y2 - x2 * y1;
}

function areaOf(points: Point[]): number {
  return Math.abs(points.reduce((sum, p, i) => sum + crossOf(p, points[(i + 1) % points.length]!), 0)) / 2;
}

/** The ratio of the longer to the shorter axis of the ellipse with the polygon's second moments. */
function axisRatio(points: Point[]): number {
  const n = points.length;
  const edges = points.map((p, i): [Point, Point] => [p, points[(i + 1) % n]!]);
  const area = edges.reduce((sum, [p, q]) => sum + crossOf(p, q), 0) / 2;
  const center = [0, 1].map(
    (k) => edges.reduce((sum, [p, q]) => sum + crossOf(p, q) * (p[k]! + q[k]!), 0) / (6 * area),
  );
  const moved = edges.map(
    ([p, q]) => [p, q].map(([x, y]): Point => [x - center[0]!, y - center[1]!]) as [Point, Point],
  );
  const moment = (f: (p: Point, q: Point) => number): number =>
    moved.reduce((sum, [p, q]) => sum + crossOf(p, q) * f(p, q), 0);
  const xx = moment(([x], [u]) => x * x + x * u + u * u);
  const yy = moment(([, y], [, v]) => y * y + y * v + v * v);
  const xy = moment(([x, y], [u, v]) => x * y + (x * v + u * y) / 2 + u * v);
  const root = Math.hypot(xx - yy, 2 * xy);
  const sum = Math.abs(xx + yy);
  return Math.sqrt((sum + root) / (sum - root));
}

/** Area of the polygon's convex hull, by gift wrapping. */
function hullArea(points: Point[]): number {
  const start = points.reduce((low, p) => (p[0] < low[0] ? p : low));
  const hull: Point[] = [];
  let current = start;
  do {
    hull.push(current);
    const [x, y] = current;
    current = points.reduce((best, p) => {
      if (best === current) return p;
      const turn = crossOf([best[0] - x, best[1] - y], [p[0] - x, p[1] - y]);
      return turn < 0 ? p : best;
    });
  } while (current !== start && hull.length <= points.length);
  return areaOf(hull);
}

interface FloorSpill {
  frame: number;
  rim: Point[];
  area: number;
}

/** The spill's outline on the floor in each frame that has one. */
function spillsOnFloor({ info, annotations }: Loose): FloorSpill[] {
  return annotations
    .filter((annotation: Loose) => annotation.category_id === 0 && annotation.segmentation)
    .map((annotation: Loose) => {
      const rim = toFloor(info.camera_P_matrix, pointsOf(annotation.segmentation[0]));
      return { frame: annotation.image_id / 3, rim, area: areaOf(rim) };
    });
}

async function lastSpill(params: object): Promise<FloorSpill> {
  return spillsOnFloor(await labelsWith(params)).at(-1)!;
}

const finalArea = (size: number, depth: number): number => (Math.PI * (0.08 + 0.0092 * size) ** 2) / depth;

/** What each parameter of the generator does to the labels when nothing else changes. */
const DIRECTIONS: Readonly<Record<string, () => Promise<void>>> = {
  async aspect_ratio() {
    for (const aspect_ratio of [1, 1.5, 2, 3]) {
      const round = await lastSpill({ aspect_ratio, profile_irregularity: 0 });
      expect(axisRatio(round.rim)).toBeCloseTo(aspect_ratio, 2);
    }
    for (const random_seed of [1, 2, 3, 4]) {
      const ratios = [];
      for (const aspect_ratio of [1, 2, 3])
        ratios.push(axisRatio((await lastSpill({ aspect_ratio, random_seed })).rim));
      expect(ratios[0]).toBeLessThan(1.3);
      expect(ratios[1]).toBeGreaterThan(1.4 * ratios[0]!);
      expect(ratios[2]).toBeGreaterThan(1.3 * ratios[1]!);
    }
  },

  async color() {
    const pictures: string[] = [];
    const labels = await labelsWith({});
    for (const color of ["TRANSPARENT", "RED", "GREEN", "DARK_GREEN"]) {
      const [archive] = await makeServer().results(job("spills-v0.1.0", { ...SHORT, color }));
      const files = await resultFiles(archive!);
      expect(JSON.parse(textOf(files, "video.rgb.json"))).toEqual(labels);
      pictures.push(String(decodePng(files.get("video_preview.png")!).data));
    }
    expect(new Set(pictures).size).toBe(4);
  },

  async depth() {
    const one = await lastSpill({ depth: 1 });
    for (const depth of [2, 3.5]) {
      expect((await lastSpill({ depth })).area / one.area).toBeCloseTo(1 / depth, 3);
    }
  },

  async frame_rate() {
    for (const frame_rate of [6, 8, 12, 24, 30]) {
      expect((await labelsWith({ frame_rate, video_duration: 2 })).images).toHaveLength(2 * frame_rate);
    }
  },

  async profile_irregularity() {
    for (const random_seed of [1, 2, 3]) {
      const solidity = [];
      for (const profile_irregularity of [0, 0.5, 1]) {
        const { rim, area } = await lastSpill({ profile_irregularity, random_seed });
        expect(area).toBeCloseTo(finalArea(50, 1), 3);
        solidity.push(area / hullArea(rim));
      }
      expect(solidity[0]).toBeCloseTo(1, 4);
      expect(solidity[1]).toBeLessThan(0.99);
      expect(solidity[2]).toBeLessThan(solidity[1]! - 0.02);
    }
  },

  async random_seed() {
    const [one, other] = [await lastSpill({ random_seed: 1 }), await lastSpill({ random_seed: 2 })];
    expect(other.rim[0]).not.toEqual(one.rim[0]);
    expect(other.area).toBeCloseTo(one.area, 3);
    expect((await lastSpill({ random_seed: 1 })).rim).toEqual(one.rim);
  },

  async scene() {
    const scenes = spillsV010.info.params.find(({ name }) => name === "scene")!.options!.choices!;
    const seen = [];
    for (const scene of scenes) seen.push(await labelsWith({ scene }));
    const cameras = seen.map(({ info }) => String(info.camera_P_matrix));
    const floors = seen.map(({ annotations }) => annotations[1].area);
    expect(new Set(cameras).size).toBe(scenes.length);
    expect(new Set(floors).size).toBe(scenes.length);
    expect(seen.map(({ info }) => info.scene_id)).toEqual(scenes);
    for (const labels of seen) expect(spillsOnFloor(labels).at(-1)!.area).toBeCloseTo(finalArea(50, 1), 3);
  },

  async size() {
    for (const size of [5, 20, 60, 80]) {
      expect((await lastSpill({ size })).area).toBeCloseTo(finalArea(size, 1), 3);
    }
  },

  async video_duration() {
    for (const video_duration of [1, 2.5, 7]) {
      expect((await labelsWith({ video_duration })).images).toHaveLength(6 * video_duration);
    }
  },
};

describe("spills parameters", () => {
  test("each has its direction, or none", () => {
    expect(Object.keys(DIRECTIONS).sort()).toEqual(spillsV010.info.params.map(({ name }) => name).sort());
  });

  test.each(Object.entries(DIRECTIONS))(
    "%s moves the labels as it says, or not at all",
    async (_, direction) => {
      expect.hasAssertions();
      await direction();
    },
  );
});

describe("a spill", () => {
  test("lies on the floor of its scene, and its area there grows by the same amount every frame", async () => {
    const params = fc.record({
      size: fc.double({ min: 5, max: 60, noNaN: true }),
      depth: fc.double({ min: 1, max: 4, noNaN: true }),
      aspect_ratio: fc.double({ min: 1, max: 2, noNaN: true }),
      profile_irregularity: fc.double({ min: 0, max: 1, noNaN: true }),
      random_seed: fc.integer({ min: 1, max: 1e6 }),
      scene: fc.constantFrom("GROCERY_0003", "STORE_0001", "WAREHOUSE_0002", "HOSPITAL_0001"),
    });
    await fc.assert(
      fc.asyncProperty(params, async (params) => {
        const labels = await labelsWith(params);
        const spills = spillsOnFloor(labels);
        const whole = finalArea(params.size, params.depth);
        spills.forEach(({ area }, i) => {
          expect(area / whole).toBeCloseTo((i + 1) / spills.length, 2);
        });
        const floor = toFloor(labels.info.camera_P_matrix, pointsOf(labels.annotations[1].segmentation[0]));
        const end = Math.max(...floor.map(([, y]) => y));
        for (const [, y] of spills.at(-1)!.rim) expect(y).toBeLessThan(end);
      }),
      { seed: 3, numRuns: 15 },
    );
  });

  test("has a camera whose matrices agree", async () => {
    const { info } = await labelsWith({});
    const { camera_K_matrix: k, camera_RT_matrix: rt, camera_P_matrix: p } = info;
    for (let row = 0; row < 3; row++) {
      for (let column = 0; column < 4; column++) {
        const product = [0, 1, 2].reduce((sum, i) => sum + k[row][i] * rt[i][column], 0);
        expect(p[row][column]).toBeCloseTo(product, 5);
      }
    }
    expect(info.camera_location).toEqual([0, 0, info.camera_height]);
    expect(info.camera_pitch).toBeGreaterThan(45);
    expect(info.camera_pitch).toBeLessThan(70);
    expect(info.camera_yaw).toBe(0);
    const pixels = (960 * info.camera_focal_len_mm) / info.camera_sensor_width_mm;
    expect(k[0][0]).toBeCloseTo(pixels, 6);
    expect(info.camera_sensor_height_mm / info.camera_sensor_width_mm).toBeCloseTo(625 / 960, 6);
  });

  test("is in the masks what it is in the polygons, in every frame", async () => {
    for (const params of [
      { size: 100, aspect_ratio: 3, profile_irregularity: 1 },
      { size: 30, random_seed: 9 },
    ]) {
      const [archive] = await makeServer().results(job("spills-v0.1.0", { ...SHORT, ...params }));
      const files = await resultFiles(archive!);
      const { annotations, categories } = JSON.parse(textOf(files, "video.rgb.json"));
      const masks = await unzip(files.get("video.rgb.zip")!);
      let frames = 0;
      for (const { category_id, image_id, segmentation } of annotations) {
        if (category_id !== 0 || !segmentation) continue;
        frames++;
        const name = `image.${String(image_id / 3).padStart(6, "0")}.cseg.png`;
        expect(
          overlap(pointsOf(segmentation[0]), decodePng(masks.get(name)!), categories[0].color),
        ).toBeGreaterThan(0.95);
      }
      expect(frames).toBeGreaterThan(3);
    }
  });
});

/** Pixels in both the polygon and the mask, as a share of those in either. */
function overlap(
  polygon: Point[],
  { data, width, height }: ReturnType<typeof decodePng>,
  color: number[],
): number {
  const wanted = color.map((part) => Math.round(255 * part));
  let [both, either] = [0, 0];
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const at = 3 * (row * width + column);
      const masked = wanted.every((part, i) => data[at + i] === part);
      const inside = isInside([column + 0.5, row + 0.5], polygon);
      if (masked && inside) both++;
      if (masked || inside) either++;
    }
  }
  return both / either;
}

/** Whether the polygon winds around the point. */
function isInside([x, y]: Point, polygon: Point[]): boolean {
  let winding = 0;
  let [ax, ay] = polygon.at(-1)!;
  for (const [bx, by] of polygon) {
    const side = (bx - ax) * (y - ay) - (x - ax) * (by - ay);
    if (ay <= y && by > y && side > 0) winding++;
    else if (ay > y && by <= y && side < 0) winding--;
    [ax, ay] = [bx, by];
  }
  return winding !== 0;
}
