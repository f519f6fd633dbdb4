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
  levels: readonly string[] = ["A", "B", "C", "D"],
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

/** What `sensitivity` gives. */
export function sensitivity(kind: "sobol" | "morris", parameters: readonly string[] = ["x1", "x2", "x3"]) {
  const sobol = parameters.map((p, i) => {
    const s = 0.5 / (i + 1);
    return [p, s - 0.1, 0.05, s - 0.15, s - 0.05, s, 0.08, s - 0.08, s + 0.08];
  });
  const morris = parameters.map((p, i) => [
    p,
    1 - i,
    8 / (i + 1),
    1,
    8 / (i + 1) - 1,
    8 / (i + 1) + 1,
    3 / (i + 0.5),
  ]);
  return {
    kind,
    indices:
      kind === "sobol"
        ? rowsTable("parameter:string s1 s1_conf s1_low s1_high st st_conf st_low st_high", sobol)
        : rowsTable("parameter:string mu mu_star mu_star_conf mu_star_low mu_star_high sigma", morris),
  };
}

/** The table of `associations`. */
export function associationRows(
  columns: readonly string[] = ["camera_height", "scene", "occlusion", "num_reps"],
): ColumnTable {
  const rows = columns.flatMap((a, i) =>
    columns.slice(i + 1).map((b, j) => {
      const value = Math.cos(1 + i * 2.3 + j * 1.7);
      return [a, b, i === 1 ? "correlation_ratio" : "pearson", i === 1 ? Math.abs(value) : value, 0.01, 200];
    }),
  );
  return rowsTable("column_a:string column_b:string measure:string value p_value count", rows);
}

/** The table `positions` of `labelStatistics`. */
export function positionRows(groups: readonly string[] = [], grid = 16): ColumnTable {
  const rows = (groups.length === 0 ? [[]] : groups.map((group) => [group])).flatMap((group, g) => {
    const cells = Array.from({ length: grid * grid }, (_, i) => [i % grid, Math.floor(i / grid)] as const);
    const counts = cells.map(([x, y]) =>
      Math.round(40 * Math.exp(-((x - 5 - 3 * g) ** 2 + (y - 9) ** 2) / 14)),
    );
    const sum = counts.reduce((a, b) => a + b, 0);
    return cells.map(([x, y], i) => {
      return [
        ...group,
        x,
        y,
        x / grid,
        (x + 1) / grid,
        y / grid,
        (y + 1) / grid,
        counts[i],
        (counts[i] ?? 0) / sum,
      ];
    });
  });
  const by = groups.length === 0 ? "" : "scene:string ";
  return rowsTable(`${by}x_bin:int32 y_bin:int32 x_start x_end y_start y_end count:int32 share`, rows);
}

/** The table `keypoints` of `labelStatistics`. */
export function visibilityRows(
  points: readonly string[] = COCO,
  groups: readonly string[] = [],
): ColumnTable {
  const rows = (groups.length === 0 ? [[]] : groups.map((group) => [group])).flatMap((group, g) =>
    [...points].sort().map((point, i) => {
      const visible = 0.4 + 0.5 * Math.abs(Math.sin(i + g));
      const outside = (1 - visible) / 3;
      return [...group, "coco", point, 120, 0, outside, 1 - visible - outside, visible];
    }),
  );
  const by = groups.length === 0 ? "" : "scene:string ";
  return rowsTable(
    `${by}skeleton:string keypoint:string count:int32 missing:int32 outside_share occluded_share visible_share`,
    rows,
  );
}

/** The 17 points of COCO. */
export const COCO: readonly string[] = [
  ...[
    "nose",
    "left_eye",
    "right_eye",
    "left_ear",
    "right_ear",
    "left_shoulder",
    "right_shoulder",
    "left_elbow",
  ],
  ...["right_elbow", "left_wrist", "right_wrist", "left_hip", "right_hip", "left_knee", "right_knee"],
  ...["left_ankle", "right_ankle"],
];

/** The table `sizeBands` of `labelStatistics`. */
export function sizeBandRows(groups: readonly string[] = []): ColumnTable {
  const each = groups.length === 0 ? [[]] : groups.map((group) => [group]);
  const rows = each.flatMap((group, g) =>
    ["small", "medium", "large"].map((band, i) => [
      ...group,
      band,
      10 * i + g,
      [0.2, 0.5 - g / 20, 0.3 + g / 20][i],
    ]),
  );
  return rowsTable(`${groups.length === 0 ? "" : "scene:string "}band:string count share`, rows);
}

/** What `compareDistributions` gives. */
export function comparison(
  columns: readonly string[] = ["camera_height", "scene", "num_reps", "lighting_power"],
) {
  const rows = columns.map((column, i) => {
    const test = ["wasserstein", "jensen_shannon", "ks", null][i % 4] ?? null;
    const isText = i % 4 === 1;
    return [
      ...[
        column,
        isText ? "categorical" : "numeric",
        100,
        100,
        0,
        0,
        test,
        test && 0.31 / (i + 1),
        test && (test === "ks" ? 0.05 : 0.1),
      ],
      ...[
        test && i % 4 < 2,
        test && 0.004 * (i + 1) ** 2,
        test && 0.008 * (i + 1) ** 2,
        0.2,
        0.1,
        0.1,
        0.1,
        0.2,
        null,
      ],
      ...[isText ? "cramers_v" : "cohens_d", test && (isText ? 0.3 : 0.9 * Math.cos(3 * i)), 1, 2, null],
    ];
  });
  const header =
    "column:string kind:string count_reference count_current missing_share_reference missing_share_current test:string " +
    "statistic threshold drifted:bool p_value p_adjusted ks wasserstein wasserstein_normed js_distance psi chi_squared " +
    "effect:string effect_size mean_reference mean_current note:string";
  return { columns: rowsTable(header, rows), driftedShare: 0.5, drifted: true };
}

/** A table of jobs. */
export function jobs(count = 200): ColumnTable {
  const scenes = ["GYM", "BEDROOM", "OFFICE"];
  const rows = Array.from({ length: count }, (_, i) => [
    ...[`job-${i}`, scenes[(i * 7) % 3], 0.5 + ((i * 37) % 100) / 40, 1 + (i % 12), i % 3 === 0],
    ...[i % 10 === 0 ? null : 10 + Math.sin(i) * 3, new Date(Date.UTC(2026, 0, 1 + (i % 60)))],
    `exercise ${(i * i) % 17}`,
  ]);
  return rowsTable(
    "job_id:string scene:string camera_height:float64 num_reps:int32 mirrored:bool lighting:float64 created:timestamp exercise:string",
    rows,
  );
}

/** Samples of a device that swings, for a job. */
export function imuRows(jobId = "00004", samples = 400): ColumnTable {
  const rows = Array.from({ length: samples }, (_, i) => {
    const t = i / 20;
    const [yaw, pitch] = [0.6 * t, 0.7 * Math.sin(2 * t)];
    const [cy, sy, cp, sp] = [Math.cos(yaw), Math.sin(yaw), Math.cos(pitch), Math.sin(pitch)];
    return [jobId, i, t, cy * cp, -sy, cy * sp, sy * cp, cy, sy * sp, -sp, 0, cp, t / 3, t / 3, 0];
  });
  const cells = [1, 2, 3].flatMap((r) => [1, 2, 3].map((c) => `rotation_matrix_m${r}${c}`)).join(" ");
  return rowsTable(
    `job_id:string sample:int32 time ${cells} rep_count_from_start rep_count_from_intermediate ref_xy_rotation`,
    rows,
  );
}

/** A frame with two people and a dumbbell. */
export function frame() {
  const at: Record<string, readonly [number, number]> = {
    ...{ nose: [0, -60], left_eye: [4, -64], right_eye: [-4, -64], left_ear: [9, -60], right_ear: [-9, -60] },
    ...{
      left_shoulder: [22, -40],
      right_shoulder: [-22, -40],
      left_elbow: [34, -10],
      right_elbow: [-34, -10],
    },
    ...{ left_wrist: [38, 18], right_wrist: [-38, 18], left_hip: [14, 20], right_hip: [-14, 20] },
    ...{ left_knee: [17, 62], right_knee: [-17, 62], left_ankle: [18, 104], right_ankle: [-18, 104] },
  };
  const people = [
    { id: 1, x: 200, y: 160 },
    { id: 2, x: 380, y: 170 },
  ];
  const keypoints = people.flatMap(({ id, x, y }) =>
    COCO.map((name, i) => {
      const [dx, dy] = at[name] ?? [0, 0];
      return ["j1", 0, 7, 3, id, "coco", name, x + dx, y + dy, i % 5 === 0 ? 1 : 2];
    }),
  );
  const annotations = [
    ...people.map(({ id, x, y }) => ["j1", 0, 7, 3, id, "person", x - 45, y - 75, 90, 190]),
    ["j1", 0, 7, 3, 3, "dumbbell", 225, 165, 34, 18],
    ["j1", 0, 8, 4, 4, "person", 0, 0, 500, 300],
  ];
  return {
    image: { job_id: "j1", camera: 0, image_id: 7, frame_number: 3, width: 640, height: 360 },
    annotations: rowsTable(
      "job_id:string camera:int32 image_id:int32 frame_number:int32 annotation_id:int32 category:string bbox_x bbox_y bbox_w bbox_h",
      annotations,
    ),
    keypoints: rowsTable(
      "job_id:string camera:int32 image_id:int32 frame_number:int32 annotation_id:int32 skeleton:string keypoint:string x y v:int32",
      keypoints,
    ),
  };
}
