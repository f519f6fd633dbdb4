import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { temporaryFolder } from "../util/temporary-folder.ts";

/** A temporary folder with files: their content by path, as text, bytes or a value to write as JSON. */
export async function fixtureFolder(files: Readonly<Record<string, unknown>>): Promise<string> {
  const folder = await temporaryFolder();
  for (const [path, content] of Object.entries(files)) {
    const target = join(folder, path);
    await mkdir(path.endsWith("/") ? target : dirname(target), { recursive: true });
    if (!path.endsWith("/")) {
      const isRaw = typeof content === "string" || content instanceof Uint8Array;
      await writeFile(target, isRaw ? content : JSON.stringify(content));
    }
  }
  return folder;
}

/** A label document with frames and, in the first of them, a person for each pair of percentages. */
export function labels(frames: number, people: readonly (readonly [number, number])[] = []): object {
  return {
    info: { scene_id: "GYM_1" },
    categories: [{ id: 1, name: "person", color: [1, 0, 0] }],
    images: Array.from({ length: frames }, (_, frame) => ({
      id: 3 * frame,
      frame_number: frame,
      width: 8,
      height: 6,
    })),
    annotations: people.map(([percent_in_fov, percent_occlusion], id) => {
      return { id, image_id: 0, category_id: 1, iscrowd: 0, percent_in_fov, percent_occlusion };
    }),
  };
}

const MATRIX = [11, 12, 13, 21, 22, 23, 31, 32, 33].map((cell) => `rotation_matrix_m${cell}`);

/** The text of a `data.csv` with still samples at 20 Hz. */
export function motion(samples: number): string {
  const lines = Array.from({ length: samples }, (_, index) => `${index},${index / 20},1,0,0,0,1,0,0,0,1`);
  return [`,time,${MATRIX.join()}`, ...lines, ""].join("\n");
}

/** The metadata of a batch with the given jobs. */
export function batchMetadata(jobs: readonly object[], rest: object = {}): object {
  return {
    format_version: 1,
    library_version: "0.1.0",
    batch: { id: "b-1", name: "squats", created: "2023-01-01T00:00:00+00:00" },
    is_preview: false,
    generator: {
      name: "visionfit-v0.4.0",
      version: "0.4.0",
      params: [
        { name: "scene", type: "str", default_value: "GYM_1", options: null },
        { name: "num_reps", type: "int", default_value: 1, options: { min: 1, max: 20 } },
        { name: "camera_height", type: "float", default_value: 1, options: null },
        { name: "is_sunny", type: "bool", default_value: true, options: null },
        { name: "state_id", type: "uuid", default_value: null, options: null },
      ],
      options: { preview: true },
    },
    jobs,
    ...rest,
  };
}
