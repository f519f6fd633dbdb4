import { describe, expect, test } from "vitest";
import { job, makeServer, resultFiles, textOf } from "../client.ts";

interface Table {
  header: string[];
  rows: number[][];
}

async function tableOf(params: Record<string, unknown>, server = makeServer()): Promise<Table> {
  const [archive] = await server.results(job("sensefit-v0.2.0", params));
  const [header = "", ...lines] = textOf(await resultFiles(archive!), "data.csv")
    .trimEnd()
    .split("\n");
  return { header: header.split(","), rows: lines.map((line) => line.split(",").map(Number)) };
}

const matrixOf = (row: number[]): number[][] => [row.slice(-9, -6), row.slice(-6, -3), row.slice(-3)];

const RANDOM = { use_random_motion: true, num_random_frames: 25 };

describe("sensefit data", () => {
  test("has repetition counts for exercises only", async () => {
    const matrix = [11, 12, 13, 21, 22, 23, 31, 32, 33].map((cell) => `rotation_matrix_m${cell}`);
    const exercise = await tableOf({ num_reps: 2 });
    expect(exercise.header).toEqual([
      "",
      "rep_count_from_intermediate",
      "rep_count_from_start",
      "ref_xy_rotation",
      "time",
      ...matrix,
    ]);
    expect(exercise.rows).toHaveLength(88);
    expect(exercise.rows[0]!.slice(0, 5)).toEqual([0, 0, 0, 0, 0]);
    expect(exercise.rows.at(-1)!.slice(0, 5)).toEqual([87, 1.5, 2, 0, 4.35]);
    const random = await tableOf(RANDOM);
    expect(random.header).toEqual(["", "ref_xy_rotation", "time", ...matrix]);
    expect(random.rows).toHaveLength(25);
  });

  test("every row is a proper rotation", async () => {
    for (const params of [
      { wrist_offset_deg: 30, ref_xy_rotation: 1 },
      { ...RANDOM, watch_location: "RIGHT" },
    ]) {
      for (const row of (await tableOf(params)).rows) {
        const m = matrixOf(row);
        for (let i = 0; i < 3; i++) {
          for (let j = 0; j < 3; j++) {
            const product = m[i]!.reduce((sum, value, k) => sum + value * m[j]![k]!, 0);
            expect(Math.abs(product - (i === j ? 1 : 0))).toBeLessThan(1e-6);
          }
        }
        const [a, b, c] = m as [number[], number[], number[]];
        const det =
          a[0]! * (b[1]! * c[2]! - b[2]! * c[1]!) -
          a[1]! * (b[0]! * c[2]! - b[2]! * c[0]!) +
          a[2]! * (b[0]! * c[1]! - b[1]! * c[0]!);
        expect(det).toBeCloseTo(1, 5);
      }
    }
  });

  test("turning the reference turns every row about the vertical", async () => {
    const [plain, turned] = [
      await tableOf(RANDOM),
      await tableOf({ ...RANDOM, ref_xy_rotation: Math.PI / 2 }),
    ];
    plain.rows.forEach((row, i) => {
      const [before, after] = [matrixOf(row), matrixOf(turned.rows[i]!)];
      expect(turned.rows[i]![1]).toBe(Math.PI / 2);
      for (let column = 0; column < 3; column++) {
        expect(after[0]![column]).toBeCloseTo(-before[1]![column]!, 6);
        expect(after[1]![column]).toBeCloseTo(before[0]![column]!, 6);
        expect(after[2]![column]).toBeCloseTo(before[2]![column]!, 6);
      }
    });
  });

  test("how the watch is worn changes the rotation, not the length", async () => {
    const usual = await tableOf({});
    for (const worn of [
      { watch_location: "RIGHT" },
      { crown_orientation: "LEFT" },
      { wrist_offset_deg: 20 },
    ]) {
      const { rows } = await tableOf(worn);
      expect(rows).toHaveLength(usual.rows.length);
      expect(matrixOf(rows[0]!)).not.toEqual(matrixOf(usual.rows[0]!));
    }
    const crown = await tableOf({ crown_orientation: "LEFT" });
    matrixOf(usual.rows[3]!).forEach((row, i) => {
      const other = matrixOf(crown.rows[3]!)[i]!;
      expect(other[0]).toBeCloseTo(-row[0]!, 6);
      expect(other[1]).toBeCloseTo(-row[1]!, 6);
      expect(other[2]).toBeCloseTo(row[2]!, 6);
    });
  });

  test("the rate sets the number of rows and their times", async () => {
    const { rows } = await tableOf({ frames_per_second: 40 });
    expect(rows).toHaveLength(88);
    expect(rows.slice(0, 3).map((row) => row[4])).toEqual([0, 0.025, 0.05]);
  });

  test("depends on the parameters alone", async () => {
    const params = { max_rel_speed_change: 0.4, num_reps: 3 };
    const usual = await tableOf(params);
    expect(await tableOf(params, makeServer({ seed: 9, token: "other" }))).toEqual(usual);
    expect((await tableOf({ ...params, random_seed: 101 })).rows).not.toEqual(usual.rows);
  });
});
