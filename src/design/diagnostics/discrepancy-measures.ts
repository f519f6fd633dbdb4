/** A discrepancy in parts: constant(columns) - pointWeight(columns) × mean of points + mean of pairs. */
export interface DiscrepancyMeasure {
  constant(columns: number): number;
  pointWeight(columns: number): number;
  /** The factor of a column in the product of a point. */
  point(x: number): number;
  /** The factor of a column in the product of a point with itself. */
  self(x: number): number;
  /** Multiplies the products of point `i` and each later point by the factors of a column. */
  pairs(products: Float64Array, column: Float64Array, i: number): void;
  /** What is done to the sum of the parts. */
  finish(value: number): number;
}

const CENTRED: DiscrepancyMeasure = {
  constant: (columns) => (13 / 12) ** columns,
  pointWeight: () => 2,
  point: (x) => {
    const z = Math.abs(x - 0.5);
    return 1 + 0.5 * z - 0.5 * z * z;
  },
  self: (x) => 1 + Math.abs(x - 0.5),
  pairs: (products, column, i) => {
    const x = column[i] as number;
    const own = 1 + 0.5 * Math.abs(x - 0.5);
    for (let j = i + 1; j < column.length; j++) {
      const y = column[j] as number;
      products[j] = (products[j] as number) * (own + 0.5 * Math.abs(y - 0.5) - 0.5 * Math.abs(x - y));
    }
  },
  finish: (value) => value,
};

const WRAP_AROUND: DiscrepancyMeasure = {
  constant: (columns) => -((4 / 3) ** columns),
  pointWeight: () => 0,
  point: () => 1,
  self: () => 1.5,
  pairs: (products, column, i) => {
    const x = column[i] as number;
    for (let j = i + 1; j < column.length; j++) {
      const gap = Math.abs(x - (column[j] as number));
      products[j] = (products[j] as number) * (1.5 - gap * (1 - gap));
    }
  },
  finish: (value) => value,
};

const MIXTURE: DiscrepancyMeasure = {
  constant: (columns) => (19 / 12) ** columns,
  pointWeight: () => 2,
  point: (x) => {
    const z = Math.abs(x - 0.5);
    return 5 / 3 - 0.25 * z - 0.25 * z * z;
  },
  self: (x) => 15 / 8 - 0.5 * Math.abs(x - 0.5),
  pairs: (products, column, i) => {
    const x = column[i] as number;
    const own = 15 / 8 - 0.25 * Math.abs(x - 0.5);
    for (let j = i + 1; j < column.length; j++) {
      const y = column[j] as number;
      const gap = Math.abs(x - y);
      const factor = own - 0.25 * Math.abs(y - 0.5) - 0.75 * gap + 0.5 * gap * gap;
      products[j] = (products[j] as number) * factor;
    }
  },
  finish: (value) => value,
};

const L2_STAR: DiscrepancyMeasure = {
  constant: (columns) => 3 ** -columns,
  pointWeight: (columns) => 2 ** (1 - columns),
  point: (x) => 1 - x * x,
  self: (x) => 1 - x,
  pairs: (products, column, i) => {
    const x = column[i] as number;
    for (let j = i + 1; j < column.length; j++) {
      products[j] = (products[j] as number) * (1 - Math.max(x, column[j] as number));
    }
  },
  finish: (value) => Math.sqrt(Math.max(value, 0)),
};

/**
 * The discrepancies by name: centred (CD) and L2-star by Hickernell 1998 and Warnock 1972, wrap-around (WD) by
 * Hickernell 1998, mixture (MD) by Zhou, Fang and Ning 2013. CD, WD and MD are squared discrepancies, as is usual.
 */
export const DISCREPANCY_MEASURES: Readonly<Record<"CD" | "WD" | "MD" | "L2-star", DiscrepancyMeasure>> = {
  CD: CENTRED,
  WD: WRAP_AROUND,
  MD: MIXTURE,
  "L2-star": L2_STAR,
};
