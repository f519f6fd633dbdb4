import type { ColumnTable } from "arquero";
import type { ColumnType } from "../../../src/tables/column-type.ts";
import { makeColumn } from "../../../src/tables/make-column.ts";
import { makeTable } from "../../../src/tables/make-table.ts";

/** Names and categories that charts must show as text and nothing else. */
export const HOSTILE: readonly string[] = [
  ...["a.b[0]'\"<script>alert(1)</script>", "__proto__", "constructor", "toString", "datum.x", "\\.\\[]"],
  ...[
    "x".repeat(300),
    "two\nlines",
    "\u0000\ud800",
    "",
    "日本語のカテゴリ",
    "&lt;b&gt;",
    "</svg><img src=x onerror=alert(1)>",
  ],
];

/** A table from rows; the type of each column is given after its name: `count:float64`. */
export function rowsTable(header: string, rows: readonly (readonly unknown[])[]): ColumnTable {
  return makeTable(
    header.split(/\s+/).map((column, i) => {
      const [name = "", type = "float64"] = column.split(":");
      return [
        name,
        makeColumn(
          type as ColumnType,
          rows.map((row) => row[i] ?? null),
        ),
      ] as const;
    }),
  );
}

/** Bins of a histogram for each group. */
export function bins(
  groups: readonly (readonly unknown[])[] = [[]],
  by = "",
  { count = 12 } = {},
): ColumnTable {
  const rows = groups.flatMap((group, g) => {
    const counts = Array.from({ length: count }, (_, i) =>
      Math.round(100 * Math.exp(-((i - 4 - g) ** 2) / 8)),
    );
    const sum = counts.reduce((a, b) => a + b, 0);
    return counts.map((n, i) => [...group, 0.5 + i / 4, 0.75 + i / 4, n, n / sum]);
  });
  return rowsTable(`${by} bin_start bin_end count share`.trim(), rows);
}

/** Frequencies of values for each group. */
export function frequencyRows(values: readonly string[], groups: readonly string[] = []): ColumnTable {
  const per = (group: readonly string[], g: number) =>
    values.map((value, i) => [...group, value, 1 + (((values.length - i) * 17 + g * 5) % 60), 0.1]);
  return groups.length === 0
    ? rowsTable("value:string count share", per([], 0))
    : rowsTable(
        "scene:string value:string count share",
        groups.flatMap((group, g) => per([group], g)),
      );
}

/** A response curve of a factor of numbers, or of texts. */
export function curve({
  groups = [] as readonly string[],
  levels = null as readonly string[] | null,
} = {}): ColumnTable {
  const head = groups.length === 0 ? "" : "scene:string ";
  const each = groups.length === 0 ? [[]] : groups.map((group) => [group]);
  const points = levels ?? Array.from({ length: 10 }, (_, i) => `[${i}, ${i + 1})`);
  const rows = each.flatMap((group, g) =>
    points.map((level, i) => {
      const mean = 20 + 8 * Math.sin(i / 2 + g) + 3 * g;
      const x = levels === null ? i + 0.5 : null;
      return [
        ...group,
        level,
        x,
        x === null ? null : i,
        x === null ? null : i + 1,
        25,
        mean,
        4,
        mean - 2,
        mean + 2,
        mean,
      ];
    }),
  );
  return rowsTable(`${head}level:string x x_min x_max count mean sd low high median`, rows);
}

/** The tables of `effects`. */
export function study(
  factors: readonly string[] = ["scene", "camera_height", "lighting_power"],
  levels = ["A", "B", "C", "D"],
) {
  const main = factors.map((factor, f) => [
    ...[
      factor,
      false,
      levels.length,
      200,
      12.5,
      3,
      196,
      0.001 * 20 ** f,
      0.002 * 20 ** f,
      0.3 / (f + 1),
      0.2,
      30,
      0.01,
      0.02,
    ],
    ...[null, null, null, null, null, f % 2 === 0],
  ]);
  const levelRows = factors.flatMap((factor, f) =>
    levels.map((level, l) => {
      const effect = (3 * Math.cos(l * 2.1 + f)) / (f + 1);
      return [
        factor,
        level,
        null,
        50,
        20 + effect,
        5,
        19 + effect,
        21 + effect,
        effect,
        effect - 0.8,
        effect + 0.8,
      ];
    }),
  );
  const cells = factors.flatMap((a, i) =>
    factors
      .slice(i + 1)
      .flatMap((b) =>
        levels.flatMap((la, x) =>
          levels.map((lb, y) => [a, la, b, lb, 12, 20 + 3 * Math.cos(x + y) + x * y]),
        ),
      ),
  );
  const pairs = factors.flatMap((factor) =>
    levels
      .slice(1)
      .map((level, l) => [factor, levels[0], level, 50, l - 1.2, l - 2.2, l, -2.4, 49, 0.02, 0.04, l === 2]),
  );
  return {
    main: rowsTable(
      "factor:string ordered:bool levels count f df_between df_within p_value p_adjusted eta_squared omega_squared kruskal_h kruskal_p kruskal_p_adjusted trend_slope trend_low trend_high trend_p trend_p_adjusted significant:bool",
      main,
    ),
    levels: rowsTable(
      "factor:string level:string value count mean sd low high effect effect_low effect_high",
      levelRows,
    ),
    interactions: rowsTable("factor_a:string factor_b:string", []),
    cells: rowsTable("factor_a:string level_a:string factor_b:string level_b:string count mean", cells),
    pairs: rowsTable(
      "factor:string level_a:string level_b:string pairs difference low high t df p_value p_adjusted significant:bool",
      pairs,
    ),
    count: 200,
    missing: 3,
  };
}
