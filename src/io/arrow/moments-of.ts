import { type Batch, TimeUnit } from "@uwdata/flechette";
import type { FlatColumn } from "../columns/flat-column.ts";
import { momentOf } from "../moment-of.ts";
import { validOf } from "./batch-rows.ts";
import { joinedValues } from "./joined-values.ts";

const NANOSECONDS: Readonly<Record<number, bigint>> = {
  [TimeUnit.SECOND]: 1_000_000_000n,
  [TimeUnit.MILLISECOND]: 1_000_000n,
  [TimeUnit.MICROSECOND]: 1000n,
  [TimeUnit.NANOSECOND]: 1n,
};

/** Batches of moments as a flat column: of text where one of them is no whole millisecond. */
export function momentsOf(batches: readonly Batch<unknown>[], unit: number): FlatColumn {
  const valid = validOf(batches);
  const nanoseconds = NANOSECONDS[unit] ?? 1n;
  const counts = joinedValues(batches) as BigInt64Array;
  const values = new BigInt64Array(counts.length);
  for (let row = 0; row < values.length; row++) {
    if (valid !== null && valid[row] === 0) continue;
    const moment = momentOf((counts[row] as bigint) * nanoseconds);
    if (typeof moment === "string") return textsOf(counts, { valid, nanoseconds });
    values[row] = BigInt(moment.getTime()) * 1000n;
  }
  return { kind: "numbers", type: "timestamp", values, valid };
}

function textsOf(
  counts: BigInt64Array,
  { valid, nanoseconds }: { valid: Uint8Array | null; nanoseconds: bigint },
): FlatColumn {
  const values = Array.from(counts, (count, row) => {
    if (valid !== null && valid[row] === 0) return null;
    const moment = momentOf(count * nanoseconds);
    return typeof moment === "string" ? moment : moment.toISOString();
  });
  return { kind: "strings", values };
}
