/** A parsed JSON value, with an integer beyond 2^53 as the nearest number of floating point. */
export function nearestNumber(value: unknown): unknown {
  return typeof value === "bigint" ? Number(value) : value;
}

/** A list or matrix of a parsed JSON file with {@link nearestNumber} of each value; itself where that changes none. */
export function nearestNumbers(values: readonly unknown[]): readonly unknown[] {
  return values.some(holdsBigint) ? values.map(nearestIn) : values;
}

function holdsBigint(value: unknown): boolean {
  return typeof value === "bigint" || (Array.isArray(value) && value.some(holdsBigint));
}

function nearestIn(value: unknown): unknown {
  return Array.isArray(value) ? value.map(nearestIn) : nearestNumber(value);
}
