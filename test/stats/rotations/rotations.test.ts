import { table } from "arquero";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addRotations } from "../../../src/stats/rotations/add-rotations.ts";
import { eulerToMatrix } from "../../../src/stats/rotations/euler-to-matrix.ts";
import { eulerToQuaternion } from "../../../src/stats/rotations/euler-to-quaternion.ts";
import { matrixToEuler } from "../../../src/stats/rotations/matrix-to-euler.ts";
import { matrixToQuaternion } from "../../../src/stats/rotations/matrix-to-quaternion.ts";
import { meanRotation } from "../../../src/stats/rotations/mean-rotation.ts";
import { nearestRotation } from "../../../src/stats/rotations/nearest-rotation.ts";
import { quaternionToEuler } from "../../../src/stats/rotations/quaternion-to-euler.ts";
import { quaternionToMatrix } from "../../../src/stats/rotations/quaternion-to-matrix.ts";
import type { EulerOrder, Quaternion } from "../../../src/stats/rotations/rotation-types.ts";
import { plainRows } from "../../util/plain-rows.ts";

// The numbers of SciPy are those of scipy.spatial.transform.Rotation of SciPy 1.17.1 with NumPy 2.4.6.
const Q = [0.8284485969255964, 0.10355607461569954, -0.4142242984627982, 0.3624462611549484];
const M = [
  0.39410187667560315, -0.6863270777479892, -0.6112600536193029, 0.514745308310992, 0.7158176943699731,
  -0.4718498659517426, 0.7613941018766754, -0.128686327077748, 0.6353887399463806,
];
const EULER: [EulerOrder, number[]][] = [
  ["ZYX", [0.9173699856141346, -0.8654608396347463, -0.19982864507299025]],
  ["xyz", [-0.19982864507299025, -0.8654608396347463, 0.9173699856141346]],
  ["XYZ", [0.6387585969234035, -0.657651736917586, 1.0495493753029383]],
  ["ZXZ", [-0.9134072220706453, 0.8822844872942884, 1.7382281052654198]],
  ["zxz", [1.7382281052654198, 0.8822844872942884, -0.9134072220706453]],
  ["YXY", [-1.7561442767905915, 0.7730019219361414, 0.8288490587889792]],
  ["yzx", [-0.9981299440890585, 0.7564268125756581, -0.17787526300607648]],
];
const UPPER = ["XYZ", "XZY", "YXZ", "YZX", "ZXY", "ZYX", "XYX", "XZX", "YXY", "YZY", "ZXZ", "ZYZ"] as const;
const ORDERS: EulerOrder[] = UPPER.flatMap((order): EulerOrder[] => [
  order,
  order.toLowerCase() as Lowercase<typeof order>,
]);

const part = fc.double({ min: -1, max: 1, noNaN: true });
const quaternions = fc
  .tuple(part, part, part, part)
  .filter((q) => Math.hypot(...q) > 1e-3) as fc.Arbitrary<Quaternion>;
const orders = fc.constantFrom(...ORDERS);

function expectClose(actual: ArrayLike<number>, expected: ArrayLike<number>, digits = 12): void {
  expect(actual.length).toBe(expected.length);
  for (let i = 0; i < actual.length; i++) expect(actual[i]).toBeCloseTo(expected[i] as number, digits);
}

/** The product of matrices of turns about single axes, written out. */
function productOfTurns(angles: readonly number[], order: EulerOrder): number[] {
  const turns = [...order.toLowerCase()].map((axis, i) => {
    const [c, s] = [Math.cos(angles[i] as number), Math.sin(angles[i] as number)];
    if (axis === "x") return [1, 0, 0, 0, c, -s, 0, s, c];
    return axis === "y" ? [c, 0, s, 0, 1, 0, -s, 0, c] : [c, -s, 0, s, c, 0, 0, 0, 1];
  });
  if (order === order.toLowerCase()) turns.reverse();
  return turns.reduce(product);
}

function product(a: readonly number[], b: readonly number[]): number[] {
  return Array.from({ length: 9 }, (_, i) => {
    const [row, column] = [Math.floor(i / 3), i % 3];
    return [0, 1, 2].reduce((sum, k) => sum + (a[3 * row + k] as number) * (b[3 * k + column] as number), 0);
  });
}

describe("rotations", () => {
  test("are SciPy's", () => {
    expectClose(quaternionToMatrix(Q), M, 15);
    expectClose(matrixToQuaternion(M), Q, 15);
    for (const [order, angles] of EULER) {
      expectClose(quaternionToEuler(Q, order), angles, 14);
      expectClose(matrixToEuler(M, order), angles, 14);
      expectClose(eulerToMatrix(angles, order), M, 14);
      expectClose(eulerToQuaternion(angles, order), Q, 14);
    }
  });

  test("come back from one form to another", () => {
    fc.assert(
      fc.property(quaternions, orders, (q, order) => {
        const matrix = quaternionToMatrix(q);
        const back = matrixToQuaternion(matrix);
        expect(Math.hypot(...back)).toBeCloseTo(1, 14);
        expect(back[0]).toBeGreaterThanOrEqual(0);
        expectClose(quaternionToMatrix(back), matrix);
        expectClose(eulerToMatrix(matrixToEuler(matrix, order), order), matrix, 6);
        expectClose(
          product(matrix, quaternionToMatrix([q[0], -q[1], -q[2], -q[3]])),
          [1, 0, 0, 0, 1, 0, 0, 0, 1],
        );
      }),
    );
  });

  test("of Euler angles are products of turns about axes", () => {
    const angle = fc.double({ min: -Math.PI, max: Math.PI, noNaN: true });
    fc.assert(
      fc.property(fc.tuple(angle, angle, angle), orders, (angles, order) => {
        expectClose(eulerToMatrix(angles, order), productOfTurns(angles, order));
      }),
    );
  });

  test("of Euler angles within their ranges come back as the angles", () => {
    const outer = fc.double({ min: -3.14, max: 3.14, noNaN: true });
    fc.assert(
      fc.property(
        outer,
        fc.double({ min: 0.01, max: 3.13, noNaN: true }),
        outer,
        orders,
        (a, b, c, order) => {
          const isProper = order[0] === order[2];
          const angles = [a, isProper ? b : b - Math.PI / 2, c];
          expectClose(quaternionToEuler(eulerToQuaternion(angles, order), order), angles, 9);
        },
      ),
    );
  });

  test.each([
    ["ZYX", [0.3, Math.PI / 2, 0.2], [0.1, Math.PI / 2, 0]],
    ["ZYX", [0.3, -Math.PI / 2, 0.2], [0.5, -Math.PI / 2, 0]],
    ["xyz", [0.3, Math.PI / 2, 0.2], [0.1, Math.PI / 2, 0]],
    ["ZXZ", [0.3, 0, 0.2], [0.5, 0, 0]],
    ["zxz", [0.3, Math.PI, 0.2], [0.1, Math.PI, 0]],
  ] as const)("in gimbal lock have no third angle: %s of %j, as in SciPy", (order, angles, expected) => {
    expectClose(quaternionToEuler(eulerToQuaternion(angles, order), order), expected, 7);
  });

  test("of quaternions of any length are the same", () => {
    for (const length of [1e-320, 1e-300, 1, 1e300, 1.7e308]) {
      const q = [1, -1, 1, 1].map((part) => part * length);
      expectClose(quaternionToMatrix(q), quaternionToMatrix([1, -1, 1, 1]));
    }
    const huge = table({ qw: [1e308], qx: [1e308], qy: [1e308], qz: [1e308] });
    expect(addRotations(huge).get("rotation_matrix_m13", 0)).toBeCloseTo(1, 14);
  });

  test("of half a turn have one sign", () => {
    expect(matrixToQuaternion([1, 0, 0, 0, -1, 0, 0, 0, -1])).toEqual([0, 1, 0, 0]);
    expectClose(matrixToQuaternion(quaternionToMatrix([0, -0.6, 0.8, 0])), [0, 0.6, -0.8, 0]);
  });

  test("are refused where they are none", () => {
    expect(() => matrixToQuaternion([1, 0, 0, 0, 1, 0, 0, 0, -1])).toThrow(/nearestRotation makes it one/);
    expect(() => matrixToQuaternion([1.001, 0, 0, 0, 1, 0, 0, 0, 1])).toThrow(RangeError);
    expect(() => matrixToQuaternion([1, 0, 0])).toThrow(RangeError);
    expect(() => quaternionToMatrix([0, 0, 0, 0])).toThrow("A quaternion must be four finite numbers");
    expect(() => quaternionToMatrix([1, Number.NaN, 0, 0])).toThrow(RangeError);
    expect(() => eulerToQuaternion([1, 2], "ZYX")).toThrow("Euler angles must be three finite numbers");
    for (const order of ["ZZX", "ZYx", "ZY", "ABC"]) {
      expect(() => quaternionToEuler(Q, order as EulerOrder)).toThrow(
        `There is no order of Euler angles "${order}"`,
      );
    }
  });
});

describe("nearestRotation()", () => {
  test("is the polar factor, by NumPy's SVD", () => {
    // U diag(1, 1, det UV) V of numpy.linalg.svd, NumPy 2.4.6.
    expectClose(
      nearestRotation([0.9, 0.1, -0.2, 0.05, 1.1, 0.3, 0.25, -0.35, 0.8]),
      [
        0.96591282943976, 0.06666526883727619, -0.25013625857626304, 0.019184264089844038, 0.945179821755314,
        0.3259863011813903, 0.2581557087011798, -0.31967303057569085, 0.9116823918380483,
      ],
    );
  });

  test("does not mirror", () => {
    expectClose(nearestRotation([1, 0, 0, 0, 1, 0, 0, 0, -0.5]), [1, 0, 0, 0, 1, 0, 0, 0, 1]);
    expect(() => nearestRotation([1, 2])).toThrow(RangeError);
  });
});

describe("meanRotation()", () => {
  test("is SciPy's mean", () => {
    const { mean, spread } = meanRotation([
      [1, 0, 0, 0],
      [1, 0.1, 0, 0],
      [-1, 0, -0.2, -0.1],
      [1, 0, 0, -0.3],
    ]);
    expectClose(
      mean ?? [],
      [0.9973491938402751, 0.02551318052860148, 0.0492089742484918, -0.04713958017291921],
    );
    // arccos(mean(cos((rotations * mean.inv()).magnitude())))
    expect(((spread ?? 0) * 180) / Math.PI).toBeCloseTo(19.919097712044653, 10);
  });

  test("of one rotation is that rotation, of none is none, of two lies between them", () => {
    fc.assert(
      fc.property(quaternions, (q) => {
        const { mean, spread } = meanRotation([q, q.map((part) => -2 * part)]);
        expectClose(quaternionToMatrix(mean ?? []), quaternionToMatrix(q));
        expect(spread).toBeLessThan(1e-7);
      }),
    );
    expect(meanRotation([[0.5, 0.5, 0.5, 0.5]]).spread).toBe(0);
    expect(meanRotation([])).toEqual({ mean: null, spread: null });
    const { mean, spread } = meanRotation([eulerToQuaternion([0.2, 0, 0]), eulerToQuaternion([0.6, 0, 0])]);
    expectClose(mean ?? [], eulerToQuaternion([0.4, 0, 0]));
    expect(spread).toBeCloseTo(0.2, 12);
  });
});

describe("addRotations()", () => {
  const cells = [11, 12, 13, 21, 22, 23, 31, 32, 33].map((cell) => `rotation_matrix_m${cell}`);
  const rows = [M, [1, 0, 0, 0, 1, 0, 0, 0, 1], [2, 0, 0, 0, 1, 0, 0, 0, 1], M.with(4, Number.NaN)];
  const imu = table({
    sample: [0, 1, 2, 3],
    ...Object.fromEntries(cells.map((name, i) => [name, rows.map((row) => row[i])])),
  });

  test("gives matrices quaternions and angles, and none to what is no rotation", () => {
    const found = plainRows(addRotations(imu, { order: "xyz" }));
    const names = ["qw", "qx", "qy", "qz", "euler_1", "euler_2", "euler_3"];
    expectClose(
      names.map((name) => found[0]?.[name] as number),
      [...Q, ...(EULER[1]?.[1] ?? [])],
      14,
    );
    expect(names.map((name) => found[1]?.[name])).toEqual([1, 0, 0, 0, 0, 0, 0]);
    for (const row of [2, 3]) expect(names.map((name) => found[row]?.[name])).toEqual(names.map(() => null));
    expect(found.map(({ sample }) => sample)).toEqual([0, 1, 2, 3]);
  });

  test("gives quaternions matrices, in the rows that a table shows", () => {
    const turned = addRotations(imu)
      .select("sample", "qw", "qx", "qy", "qz")
      .filter((row: { sample: number }) => row.sample !== 1);
    const found = plainRows(addRotations(turned));
    expect(found.map(({ sample }) => sample)).toEqual([0, 2, 3]);
    expectClose(
      cells.map((name) => found[0]?.[name] as number),
      M,
      14,
    );
    expect(found[1]?.rotation_matrix_m11).toBe(null);
    expect(found[0]?.euler_1).toBeCloseTo(0.9173699856141346, 14);
  });

  test("says what it needs", () => {
    expect(() => addRotations(table({ a: [1] }))).toThrow(
      "the table has neither the columns rotation_matrix_m11",
    );
    expect(() => addRotations(imu, { oder: "xyz" } as object)).toThrow('There is no option "oder"');
  });
});
