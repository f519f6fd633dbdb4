import { mkdir, mkdtemp, readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ColumnTable, op } from "arquero";
import type { Dataset } from "../../dataset/dataset.ts";
import { openDataset } from "../../dataset/open-dataset.ts";
import { choice } from "../../design/distributions/choice.ts";
import { normal } from "../../design/distributions/normal.ts";
import { uniform } from "../../design/distributions/uniform.ts";
import { cross } from "../../design/operators/cross.ts";
import { grid } from "../../design/operators/grid.ts";
import { sample } from "../../design/sample.ts";
import { startEmulator } from "../../emulator/start-emulator.ts";
import { writeTable } from "../../io/write-table.ts";
import { Session } from "../../session/session.ts";
import { countOf } from "../../util/count-of.ts";
import { type Command, command } from "../command.ts";
import { EXIT } from "../exit-status.ts";
import { ProgressLine } from "../progress-line.ts";
import { UsageError } from "../usage-error.ts";

/** The study: six people, drawn at random, each filmed from five distances. */
function designStudy(): ColumnTable {
  const people = sample(
    {
      exercise: choice(["SQUAT-BODYWEIGHT", "PUSHUP", "BICEP_CURL-ALTERNATING-DUMBBELL"]),
      gender: choice(["MALE", "FEMALE"]),
      relative_height: normal(0, 1),
      relative_avatar_angle_deg: uniform(-180, 180),
      frame_rate: choice([6]),
      // Furniture that hides people would move their boxes, too.
      allowable_occlusion: choice([0]),
    },
    6,
    { seed: "demo" },
  );
  return cross(people, grid({ camera_distance: [1.5, 2.5, 3.5, 4.5, 5.25] }));
}

/** Every person's box, with the parameters of the job that it comes from. */
function joinBoxes({ annotations, jobs }: Dataset): ColumnTable {
  const boxes = annotations.filter((row: { category: string; bbox_w: number | null }) => {
    return row.category === "person" && row.bbox_w !== null;
  });
  const names = ["exercise", "gender", "relative_height", "camera_distance", "image_width", "image_height"];
  const params = jobs.select("job_id", "design_row", ...names);
  return boxes
    .select("job_id", "frame_number", "bbox_w", "bbox_h", "area", "percent_in_fov")
    .join(params, "job_id");
}

interface Box {
  bbox_w: number;
  bbox_h: number;
  image_width: number;
  image_height: number;
}

function answer(boxes: ColumnTable): ColumnTable {
  return boxes
    .derive({
      box_area: (row: Box) => row.bbox_w * row.bbox_h,
      percent: (row: Box) => (100 * row.bbox_w * row.bbox_h) / (row.image_width * row.image_height),
    })
    .groupby("camera_distance")
    .rollup({
      frames: op.count(),
      mean_box_area: (group: { box_area: number }) => op.round(op.mean(group.box_area)),
      percent_of_image: (group: { percent: number }) => op.round(10 * op.mean(group.percent)) / 10,
    })
    .orderby("camera_distance");
}

async function checkEmpty(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  if ((await readdir(folder)).length === 0) return;
  throw new UsageError(`--out must be an empty or new folder, ${folder} holds something`);
}

/** `infinity-frames demo`: one small study from its design to its answer. */
export const demo: Command = command(
  {
    name: "demo",
    about: "Run a small study from design to answer, against an emulator of its own.",
    options: {
      out: {
        type: "string",
        value: "DIR",
        help: "where the batch and the tables go; must be empty or new [default: a new temporary folder]",
      },
    },
  },
  ({ values, signal }) => runDemo(values.out, signal),
);

async function runDemo(folder: string | undefined, signal: AbortSignal): Promise<number> {
  const out = folder ?? (await mkdtemp(join(tmpdir(), "infinity-frames-demo-")));
  await checkEmpty(out);
  const emulator = await startEmulator({ seed: "demo" });
  const progress = new ProgressLine();
  try {
    const session = await Session.connect({
      token: emulator.token,
      server: emulator.url,
      generator: "visionfit-flagship-v0.1.0",
      journal: join(out, "submissions"),
      signal,
    });
    console.error(`session   ${session.generator} at ${session.server} (an emulator, for this demo only)`);

    const study = designStudy();
    console.error(`design    ${study.numRows()} jobs: 6 sampled people x 5 camera distances`);
    const bad = session.validateJobParams(study).filter((problem) => problem !== null);
    console.error(`validate  ${countOf(bad.length, "problem")}`);
    const estimate = await session.estimateSamples(study, { signal });
    console.error(`estimate  ${estimate.reduce((sum, frames) => sum + frames, 0)} frames`);

    const batch = await session.submit(study, { batchName: "demo", signal });
    console.error(`submit    batch ${batch.batchId}`);
    await batch.awaitCompletion({
      pollIntervalMs: 200,
      signal,
      onProgress: ({ numJobs, numJobsRemaining }) => {
        progress.show({ label: "wait", done: numJobs - numJobsRemaining, total: numJobs });
      },
    });
    progress.end();
    await batch.download(join(out, "batch"), {
      signal,
      onProgress: ({ numJobsDone, numJobs }) =>
        progress.show({ label: "download", done: numJobsDone, total: numJobs }),
    });
    progress.end();

    const dataset = await openDataset(join(out, "batch"));
    await dataset.load({
      signal,
      onProgress: ({ done, total }) => progress.show({ label: "read", done, total }),
    });
    progress.end();
    const tables = await dataset.export(join(out, "tables"), { signal });
    for (const { table, rows } of tables)
      console.error(`write     ${table}.parquet, ${countOf(rows, "row")}`);
    const boxes = joinBoxes(dataset);
    await writeTable(boxes, join(out, "tables", "boxes.arrow"), { format: "arrow" });
    console.error(
      `write     boxes.arrow, ${boxes.numRows()} rows: every person's box with its job's parameters`,
    );

    console.log(
      "\nHow the distance of the camera moves the area of a person's box (px², mean over frames):\n",
    );
    answer(boxes).print({ limit: 10 });
    console.log(`\nThe batch is in  ${join(out, "batch")}\nThe tables are in ${join(out, "tables")}`);
    return EXIT.ok;
  } finally {
    progress.end();
    await emulator.close();
  }
}
