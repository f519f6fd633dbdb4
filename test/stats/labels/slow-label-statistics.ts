import type { ColumnTable } from "arquero";
import { type PlainRow, plainRows } from "../../util/plain-rows.ts";

/** The tables that label statistics are of. */
export interface LabelledTables {
  jobs: ColumnTable;
  images: ColumnTable;
  annotations: ColumnTable;
  keypoints: ColumnTable;
  imu: ColumnTable;
}

interface Options {
  by: readonly string[];
  bins: number;
  grid: number;
  /** Null for people, or everything where there are none. */
  categories: readonly string[] | null;
}

const LIGHT = [
  ...["mean_image_brightness", "mean_avatar_brightness", "mean_avatar_halo_brightness"],
  ...["mean_brightness_contrast", "mean_color_contrast", "snr"],
];
const CELLS = [11, 12, 13, 21, 22, 23, 31, 32, 33].map((cell) => `rotation_matrix_m${cell}`);

/** Label statistics by plain loops over rows. */
export function slowLabelStatistics(
  tables: LabelledTables,
  { by, bins, grid, categories }: Options,
): Record<string, PlainRow[]> {
  const jobs = plainRows(tables.jobs);
  const [images, annotations] = [plainRows(tables.images), plainRows(tables.annotations)];
  const [keypoints, imu] = [plainRows(tables.keypoints), plainRows(tables.imu)];
  const people = annotations.filter(({ category }) => category === "person");
  const counted = annotations.filter(({ category }) =>
    categories !== null
      ? categories.includes(String(category))
      : people.length === 0 || category === "person",
  );

  const keyOf = (job: PlainRow) => JSON.stringify(by.map((name) => job[name]));
  const groups = [...new Set(jobs.map(keyOf))]
    .map((key) => jobs.filter((job) => keyOf(job) === key))
    .sort(([a], [b]) => by.map((name) => compare(a?.[name], b?.[name])).find((sign) => sign !== 0) ?? 0);
  const headOf = (members: PlainRow[]) => Object.fromEntries(by.map((name) => [name, members[0]?.[name]]));
  const inside = (rows: PlainRow[], members: PlainRow[]) =>
    rows.filter(({ job_id }) => members.some((job) => job.job_id === job_id));
  const perGroup = (rowsOf: (members: PlainRow[]) => PlainRow[]) =>
    groups.flatMap((members) => rowsOf(members).map((row) => ({ ...headOf(members), ...row })));

  const imageOf = (row: PlainRow) =>
    images.find(
      (image) =>
        image.job_id === row.job_id && image.camera === row.camera && image.image_id === row.image_id,
    );
  const isBox = ({ bbox_x, bbox_y, bbox_w, bbox_h }: PlainRow) =>
    [bbox_x, bbox_y, bbox_w, bbox_h].every(Number.isFinite) && Number(bbox_w) > 0 && Number(bbox_h) > 0;
  const clip = (row: PlainRow, axis: "x" | "y") => {
    const size = Number(imageOf(row)?.[axis === "x" ? "width" : "height"] ?? Number.NaN);
    const start = Number(row[`bbox_${axis}`]);
    const end = start + Number(row[axis === "x" ? "bbox_w" : "bbox_h"]);
    return [Math.min(Math.max(start, 0), size) / size, Math.min(Math.max(end, 0), size) / size] as const;
  };
  const relativeSize = (row: PlainRow) => {
    if (!isBox(row)) return null;
    const [[x0, x1], [y0, y1]] = [clip(row, "x"), clip(row, "y")];
    return Math.sqrt((x1 - x0) * (y1 - y0));
  };
  const measures: Record<string, (row: PlainRow) => unknown> = {
    box_width: (row) => (isBox(row) ? row.bbox_w : null),
    box_height: (row) => (isBox(row) ? row.bbox_h : null),
    area: ({ area }) => area,
    relative_size: relativeSize,
    occlusion: ({ percent_occlusion }) => percent_occlusion,
    field_of_view: ({ percent_in_fov }) => percent_in_fov,
  };

  const repsOf = (row: PlainRow) =>
    row.rep_count_from_start ?? row.rep_count ?? row.rep_count_from_intermediate ?? null;
  const ofJob = (job: PlainRow) => {
    const frames = images.filter(({ job_id }) => job_id === job.job_id);
    const samples = imu.filter(({ job_id }) => job_id === job.job_id);
    const ticks = [
      ...(samples.some((row) => repsOf(row) !== null)
        ? samples.map((row) => [repsOf(row), row.time])
        : frames.map((row) => [
            repsOf(row),
            Number(row.frame_number) / Number(job.frame_rate ?? Number.NaN),
          ])),
    ].filter(([reps]) => reps !== null) as [number, number][];
    const span = spread(ticks.map(([, time]) => time));
    return {
      reps: ticks.length === 0 ? null : Math.max(...ticks.map(([reps]) => reps)),
      cadence_per_minute: span > 0 ? spread(ticks.map(([reps]) => reps)) / (span / 60) : null,
      duration_s: samples.length === 0 ? null : spread(samples.map(({ time }) => Number(time))),
      rate_hz:
        samples.length === 0 ? null : (samples.length - 1) / spread(samples.map(({ time }) => Number(time))),
      spread_deg: samples.length === 0 ? null : spreadOfTurns(samples),
    };
  };
  const sumUp = (members: PlainRow[]) => {
    const frames = inside(images, members);
    const samples = inside(imu, members);
    const labelled = frames.length > 0;
    const own = members.map(ofJob);
    const boxes = inside(annotations, members).filter(isBox);
    return {
      frames: sum(members.map((job) => inside(images, [job]).length || inside(imu, [job]).length || null)),
      annotations: labelled ? inside(annotations, members).length : null,
      boxes: labelled ? boxes.length : null,
      people_per_frame:
        labelled && people.length > 0
          ? boxes.filter((row) => row.category === "person" && imageOf(row) !== undefined).length /
            frames.length
          : null,
      ...Object.fromEntries(
        Object.entries(measures).map(([name, value]) => [name, mean(inside(counted, members).map(value))]),
      ),
      visible_keypoints: mean(
        inside(keypoints, members)
          .filter(({ skeleton, v }) => skeleton === "coco" && (v === 0 || v === 1 || v === 2))
          .map(({ v }) => (v === 2 ? 100 : 0)),
      ),
      brightness: mean(frames.map((frame) => frame.mean_image_brightness)),
      snr: mean(frames.map((frame) => frame.snr)),
      reps: mean(own.map(({ reps }) => reps)),
      cadence_per_minute: mean(own.map((job) => job.cadence_per_minute)),
      imu_samples: samples.length || null,
      imu_spread_deg: mean(own.map((job) => job.spread_deg)),
    };
  };
  const summaries = (names: readonly string[], valuesOf: (name: string, members: PlainRow[]) => unknown[]) =>
    perGroup((members) =>
      names.flatMap((measure) => {
        const values = finite(valuesOf(measure, members)).sort((a, b) => a - b);
        if (values.length === 0) return [];
        const m = mean(values) as number;
        const square = values.reduce((sum, value) => sum + (value - m) ** 2, 0);
        return [
          {
            measure,
            count: values.length,
            mean: m,
            sd: values.length === 1 ? null : Math.sqrt(square / (values.length - 1)),
            min: values[0],
            q05: quantile(values, 0.05),
            q25: quantile(values, 0.25),
            q50: quantile(values, 0.5),
            q75: quantile(values, 0.75),
            q95: quantile(values, 0.95),
            max: values.at(-1),
          },
        ];
      }),
    );
  const distribution = (value: (row: PlainRow) => unknown, end: number) =>
    perGroup((members) => {
      const values = finite(inside(counted, members).map(value));
      if (values.length === 0) return [];
      return Array.from({ length: bins }, (_, bin) => {
        const [start, stop] = [(bin * end) / bins, ((bin + 1) * end) / bins];
        const count = values.filter(
          (one) => (one >= start || bin === 0) && (one < stop || bin === bins - 1),
        ).length;
        return { bin_start: start, bin_end: stop, count, share: count / values.length };
      });
    });

  return {
    jobs: jobs.map((job) => ({ job_id: job.job_id, ...sumUp([job]) })),
    groups: perGroup((members) => [{ jobs: members.length, ...sumUp(members) }]),
    classes: perGroup((members) => {
      const own = inside(annotations, members);
      const names = [...new Set(own.map(({ category }) => category))];
      return names
        .map((category) => {
          const some = own.filter((row) => row.category === category);
          return {
            category,
            count: some.length,
            boxes: some.filter(isBox).length,
            share: some.length / own.length,
            jobs: new Set(some.map(({ job_id }) => job_id)).size,
            frames: new Set(
              some
                .filter((row) => imageOf(row) !== undefined)
                .map((row) => `${row.job_id} ${row.camera} ${row.image_id}`),
            ).size,
          };
        })
        .sort((a, b) => b.count - a.count || compare(a.category ?? "", b.category ?? ""));
    }),
    sizeBands: perGroup((members) => {
      const areas = finite(inside(counted, members).map(({ area }) => area));
      const bands = areas.map((area) => (area < 32 ** 2 ? "small" : area < 96 ** 2 ? "medium" : "large"));
      if (bands.length === 0) return [];
      return ["small", "medium", "large"].map((band) => {
        const count = bands.filter((one) => one === band).length;
        return { band, count, share: count / bands.length };
      });
    }),
    positions: perGroup((members) => {
      const boxes = inside(counted, members).filter((row) => isBox(row) && imageOf(row) !== undefined);
      if (boxes.length === 0) return [];
      const cells = boxes.map((row) => {
        const place = (axis: "x" | "y") =>
          Math.min(grid - 1, Math.floor(((clip(row, axis)[0] + clip(row, axis)[1]) / 2) * grid));
        return `${place("x")} ${place("y")}`;
      });
      return Array.from({ length: grid * grid }, (_, cell) => {
        const [x_bin, y_bin] = [cell % grid, Math.floor(cell / grid)];
        const count = cells.filter((one) => one === `${x_bin} ${y_bin}`).length;
        return {
          ...{ x_bin, y_bin, x_start: x_bin / grid, x_end: (x_bin + 1) / grid },
          ...{ y_start: y_bin / grid, y_end: (y_bin + 1) / grid, count, share: count / boxes.length },
        };
      });
    }),
    relativeSizes: distribution(relativeSize, 1),
    occlusion: distribution(({ percent_occlusion }) => percent_occlusion, 100),
    fieldOfView: distribution(({ percent_in_fov }) => percent_in_fov, 100),
    people: perGroup((members) => {
      const frames = inside(images, members);
      if (people.length === 0) return [];
      const counts = frames.map(
        (frame) => inside(people, members).filter((row) => isBox(row) && imageOf(row) === frame).length,
      );
      return [...new Set(counts)]
        .sort((a, b) => a - b)
        .map((number) => {
          const count = counts.filter((one) => one === number).length;
          return { people: number, frames: count, share: count / frames.length };
        });
    }),
    keypoints: perGroup((members) => {
      const own = inside(keypoints, members);
      const names = [...new Set(own.map(({ skeleton, keypoint }) => `${skeleton} ${keypoint}`))];
      return names.map((name) => {
        const some = own.filter(({ skeleton, keypoint }) => `${skeleton} ${keypoint}` === name);
        const known = some.filter(({ v }) => v === 0 || v === 1 || v === 2);
        const share = (wanted: number) =>
          known.length === 0 ? null : known.filter(({ v }) => v === wanted).length / known.length;
        return {
          skeleton: some[0]?.skeleton,
          keypoint: some[0]?.keypoint,
          count: known.length,
          missing: some.length - known.length,
          outside_share: share(0),
          occluded_share: share(1),
          visible_share: share(2),
        };
      });
    }),
    light: summaries(LIGHT, (name, members) => inside(images, members).map((frame) => frame[name])),
    repetitions: summaries(["reps", "cadence_per_minute"], (name, members) =>
      members.map((job) => (ofJob(job) as PlainRow)[name]),
    ),
    imu: summaries(["spread_deg", "duration_s", "rate_hz"], (name, members) =>
      members.map((job) => (ofJob(job) as PlainRow)[name]),
    ),
  };
}

/** The spread about Markley's mean quaternion, which the power method finds. */
function spreadOfTurns(samples: readonly PlainRow[]): number {
  const turns = samples.map((row) => quaternion(CELLS.map((name) => Number(row[name]))));
  let mean_ = [1, 0.1, 0.2, 0.3];
  for (let step = 0; step < 2000; step++) {
    const next = [0, 0, 0, 0];
    for (const turn of turns) {
      const product = dot(turn, mean_);
      turn.forEach((part, i) => {
        next[i] = (next[i] as number) + product * part;
      });
    }
    mean_ = next.map((part) => part / Math.hypot(...next));
  }
  // cos θ = 2 (q · mean)² - 1
  const cosine = turns.reduce((sum, turn) => sum + 2 * dot(turn, mean_) ** 2 - 1, 0) / turns.length;
  return (Math.acos(Math.min(1, cosine)) * 180) / Math.PI;
}

/** The quaternion of a matrix: of the columns of 4 q qᵀ, whose cells are sums of those of the matrix, the longest. */
function quaternion(m: readonly number[]): number[] {
  const [m11, m12, m13, m21, m22, m23, m31, m32, m33] = m as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const columns = [
    [1 + m11 + m22 + m33, m32 - m23, m13 - m31, m21 - m12],
    [m32 - m23, 1 + m11 - m22 - m33, m12 + m21, m13 + m31],
    [m13 - m31, m12 + m21, 1 - m11 + m22 - m33, m23 + m32],
    [m21 - m12, m13 + m31, m23 + m32, 1 - m11 - m22 + m33],
  ];
  const [longest = []] = columns.sort((a, b) => Math.hypot(...b) - Math.hypot(...a));
  return longest.map((part) => part / Math.hypot(...longest));
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, part, i) => sum + part * (b[i] as number), 0);
}

function spread(values: readonly number[]): number {
  return values.length === 0 ? Number.NaN : Math.max(...values) - Math.min(...values);
}

function finite(values: readonly unknown[]): number[] {
  return values.filter((value): value is number => typeof value === "number" && Number.isFinite(value));
}

function sum(values: readonly unknown[]): number | null {
  const numbers = finite(values);
  return numbers.length === 0 ? null : numbers.reduce((total, value) => total + value, 0);
}

function mean(values: readonly unknown[]): number | null {
  const numbers = finite(values);
  return numbers.length === 0 ? null : numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
}

function quantile(sorted: readonly number[], probability: number): number {
  const place = (sorted.length - 1) * probability;
  const [low, high] = [sorted[Math.floor(place)] as number, sorted[Math.ceil(place)] as number];
  return low + (high - low) * (place - Math.floor(place));
}

/** Missing values come last. */
function compare(a: unknown, b: unknown): number {
  if (a === b) return 0;
  if (a === null || a === undefined) return 1;
  if (b === null || b === undefined) return -1;
  return (a as number) < (b as number) ? -1 : 1;
}
