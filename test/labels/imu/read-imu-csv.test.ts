import { describe, expect, test } from "vitest";
import { readImuCsv } from "../../../src/labels/imu/read-imu-csv.ts";
import { LabelFileError } from "../../../src/labels/label-file-error.ts";
import { LabelTables } from "../../../src/labels/label-tables.ts";
import { rowsOf } from "../read-text.ts";

const MATRIX = [11, 12, 13, 21, 22, 23, 31, 32, 33].map((cell) => `rotation_matrix_m${cell}`);
const HEADER = `,rep_count_from_intermediate,rep_count_from_start,ref_xy_rotation,time,${MATRIX.join()}`;

function read(text: string) {
  const into = new LabelTables();
  const samples = readImuCsv(text, { jobId: "00001", file: "00001.csv", into });
  return { samples, ...rowsOf(into.toTables()) };
}

describe("readImuCsv()", () => {
  test("reads samples with their columns in a fixed order", () => {
    const { samples, imu, problems } = read(
      `${HEADER}\r\n0,0.5,1,0.25,0.0,1,0,0,0,1,0,0,0,1\r\n1,.5,1,0.25,5e-2,1,0,0,0,-1,0,0,0,-1\r\n`,
    );
    expect(samples).toBe(2);
    expect(problems).toEqual([]);
    expect(imu[1]).toEqual({
      job_id: "00001",
      sample: 1,
      time: 0.05,
      ...Object.fromEntries(MATRIX.map((name, index) => [name, [1, 0, 0, 0, -1, 0, 0, 0, -1][index]])),
      rep_count_from_start: 1,
      rep_count_from_intermediate: 0.5,
      ref_xy_rotation: 0.25,
    });
    expect(Object.keys(imu[0]!)).toEqual([
      ...["job_id", "sample", "time", ...MATRIX],
      ...["rep_count_from_start", "rep_count_from_intermediate", "ref_xy_rotation"],
    ]);
  });

  test("leaves absent repetitions missing, keeps other columns and numbers samples itself", () => {
    const { imu } = read(`\ufefftime,${MATRIX.join()},heart_rate,sample\n0,1,0,0,0,1,0,0,0,nan,61.5,8`);
    expect(imu).toMatchObject([
      { sample: 0, rep_count_from_start: null, ref_xy_rotation: null, heart_rate: 61.5, label_sample: 8 },
    ]);
    expect(imu[0]?.rotation_matrix_m33).toBeNaN();
  });

  test("takes the number of a sample from the file", () => {
    const still = "1,0,0,0,1,0,0,0,1";
    const { imu } = read(`${HEADER}\n5,1,1,1,0,${still}\n7,1,1,1,0.1,${still}`);
    expect(imu.map(({ sample }) => sample)).toEqual([5, 7]);
  });

  test("reads empty cells as missing, except in the time and the matrix", () => {
    const header = `${HEADER},heart_rate`;
    const { imu, problems } = read(
      `${header}\n0,,1, ,0,1,0,0,0,1,0,0,0,1,\n1,0.5,,2,0.1,1,0,0,0,1,0,0,0,1,61`,
    );
    expect(problems).toEqual([]);
    expect(imu).toMatchObject([
      { rep_count_from_intermediate: null, rep_count_from_start: 1, ref_xy_rotation: null, heart_rate: null },
      { rep_count_from_intermediate: 0.5, rep_count_from_start: null, ref_xy_rotation: 2, heart_rate: 61 },
    ]);
  });

  test("reads a header alone as no samples", () => {
    expect(read(`${HEADER}\n`)).toMatchObject({ samples: 0, imu: [] });
  });

  const GOOD = "0,1,1,1,0,1,0,0,0,1,0,0,0,1";
  test.each([
    ["", "line 1", "no header line"],
    [`${HEADER}\n${GOOD}\n1,2`, "line 3", "expected 14 cells, got 2"],
    [`${HEADER}\n${GOOD},4`, "line 2", "expected 14 cells, got 15"],
    [`${HEADER}\n${GOOD}\n\n${GOOD}`, "line 3", "expected 14 cells, got 1"],
    [`${HEADER}\n0,1,1,1,x,1,0,0,0,1,0,0,0,1`, "line 2", '"time" must be a number, got "x"'],
    [`${HEADER}\n0,1,1,1,,1,0,0,0,1,0,0,0,1`, "line 2", '"time" must be a number, got ""'],
    [`${HEADER}\n0,1,1,1,0,1,0,0,0,1,0,0,0, `, "line 2", '"rotation_matrix_m33" must be a number, got " "'],
    [`${HEADER}\n,1,1,1,0,1,0,0,0,1,0,0,0,1`, "line 2", "the first cell must number the sample, got none"],
    [`${HEADER}\n0,1,1,1,0x1,1,0,0,0,1,0,0,0,1`, "line 2", '"time" must be a number, got "0x1"'],
    [`${HEADER}\n0.5${GOOD.slice(1)}`, "line 2", "the first cell must number the sample, got 0.5"],
    [`time,time\n0,0`, "line 1", 'column "time" is there twice'],
    [`time\n0`, "line 1", 'no column "rotation_matrix_m11"'],
  ])("rejects %j", (text, path, reason) => {
    expect(() => read(text)).toThrow(LabelFileError);
    expect(() => read(text)).toThrow(
      `Cannot read motion samples of job 00001: ${reason} (00001.csv at ${path})`,
    );
  });
});
