import { describe, expect, test } from "vitest";
import { decodePng } from "../../util/decode-png.ts";
import { job, type Loose, labelsOf, makeServer, resultFiles, textOf, unzip } from "../client.ts";

const name = "spills-v0.1.0";
const SHORT = { video_duration: 1, frame_rate: 12 };

function spillAreas(labels: Loose): number[] {
  return labels.annotations
    .filter((annotation: Loose) => annotation.category_id === 0)
    .map((annotation: Loose) => annotation.area ?? 0);
}

describe("spills labels", () => {
  test("the spill grows from a frame or two without it", async () => {
    const labels = await labelsOf(SHORT, { name });
    expect(labels.images).toHaveLength(12);
    expect(labels.images[4]).toEqual({
      id: 12,
      width: 960,
      height: 625,
      frame_number: 4,
      spill_visible: true,
    });
    const areas = spillAreas(labels);
    expect(areas).toEqual([...areas].sort((a, b) => a - b));
    const hidden = areas.filter((area) => area === 0).length;
    expect([1, 2]).toContain(hidden);
    expect(labels.images.map((image: Loose) => image.spill_visible)).toEqual(areas.map((area) => area > 0));
    expect(labels.annotations[0]).toEqual({ id: 0, image_id: 0, category_id: 0, iscrowd: 0 });
    expect(areas.at(-1)! / areas[hidden]!).toBeGreaterThan(5);
  });

  test("the number of frames is the rounded duration times the rate", async () => {
    expect((await labelsOf({ video_duration: 1.1, frame_rate: 6 }, { name })).images).toHaveLength(7);
  });

  test("size, depth and seed change the spill", async () => {
    const last = async (params: object): Promise<number> =>
      spillAreas(await labelsOf({ ...SHORT, frame_rate: 6, ...params }, { name })).at(-1)!;
    const usual = await last({});
    expect(await last({ size: 90 })).toBeGreaterThan(2 * usual);
    expect(await last({ depth: 4 })).toBeLessThan(0.6 * usual);
    expect(await last({ random_seed: 2 })).not.toBe(usual);
  });

  test("a regular round spill is convex, an irregular one is not", async () => {
    const turns = async (profile_irregularity: number): Promise<number> => {
      const labels = await labelsOf({ ...SHORT, profile_irregularity, aspect_ratio: 1 }, { name });
      const flat: number[] = labels.annotations.at(-2).segmentation[0];
      const points = Array.from(
        { length: flat.length / 2 },
        (_, i) => [flat[2 * i]!, flat[2 * i + 1]!] as const,
      );
      const signs = points.map(([x, y], i) => {
        const [x1, y1] = points[(i + 1) % points.length]!;
        const [x2, y2] = points[(i + 2) % points.length]!;
        return Math.sign((x1 - x) * (y2 - y1) - (y1 - y) * (x2 - x1));
      });
      return new Set(signs).size;
    };
    expect(await turns(0)).toBe(1);
    expect(await turns(1)).toBe(2);
  });

  test("labels depend on the parameters alone", async () => {
    const labels = await Promise.all([
      labelsOf(SHORT, { name }),
      labelsOf(SHORT, { name, server: makeServer({ seed: "other" }) }),
      labelsOf(SHORT, { name, server: makeServer({ token: "other" }) }),
    ]);
    expect(labels[1]).toEqual(labels[0]);
    expect(labels[2]).toEqual(labels[0]);
  });

  test("masks show the spill on the floor, and the preview its last frame", async () => {
    const server = makeServer();
    const [video, preview] = await server.results(
      job(name, SHORT),
      job(name, { ...SHORT, color: "RED" }, true),
    );
    const files = await resultFiles(video!);
    const labels = JSON.parse(textOf(files, "video.rgb.json"));
    const masks = await unzip(files.get("video.rgb.zip")!);
    expect(masks.size).toBe(24);
    const { data, width, height } = decodePng(masks.get("image.000011.cseg.png")!);
    expect([width, height]).toEqual([960, 625]);
    let blue = 0;
    for (let i = 0; i < data.length; i += 3)
      if (data[i] === 25 && data[i + 1] === 25 && data[i + 2] === 112) blue++;
    expect(Math.abs(blue / spillAreas(labels).at(-1)! - 1)).toBeLessThan(0.02);
    const single = JSON.parse(textOf(await resultFiles(preview!), "video.rgb.json"));
    expect(single.images).toEqual(labels.images.slice(-1));
    expect(single.annotations).toEqual(labels.annotations.slice(-2));
  });
});
