import type { DuckDBEnumType } from "@duckdb/node-api";
import type { CollectorParts } from "./collector-parts.ts";
import type { ColumnCollector } from "./column-collector.ts";
import { NumberCollector } from "./number-collector.ts";
import { dictColumn } from "./text-column.ts";

/** Collects values of an enumeration: their places in its list are copied. */
export function enumCollector({ values }: DuckDBEnumType, { native, rows }: CollectorParts): ColumnCollector {
  const from = values.length <= 2 ** 8 ? Uint8Array : values.length <= 2 ** 16 ? Uint16Array : Uint32Array;
  return new NumberCollector(
    native,
    {
      from,
      to: Uint32Array,
      finish: (codes, valid) => {
        if (valid === null) return dictColumn(codes, values);
        for (let row = 0; row < codes.length; row++) if (valid[row] === 0) codes[row] = values.length;
        return dictColumn(codes, [...values, null]);
      },
    },
    rows,
  );
}
