import { frameChart } from "../charts/frame-chart.ts";
import { imuChart } from "../charts/imu-chart.ts";
import type { Findings } from "../data/findings.ts";
import { jsonRows } from "../data/json-rows.ts";
import type { SampleFrame } from "../data/sample-labels.ts";
import type { Block } from "../document/block.ts";
import { figure } from "../document/figure.ts";
import { shortened } from "../text/shortened.ts";

const LONGEST_ID = 60;

/** Some labels as they are: the frames of two jobs, and the motion of one. */
export function sampleBlocks({ samples }: Findings): Block[] {
  const { frames, motion } = samples;
  const blocks: Block[] = frames.flatMap(frameBlock);
  if (motion !== null) {
    blocks.push(
      figure(imuChart(motion.imu, { jobId: motion.jobId }), {
        caption: `Orientation of the device over time in job ${shortened(motion.jobId, LONGEST_ID)}; lines mark the ends of repetitions`,
        isWide: true,
      }),
    );
  }
  return blocks;
}

function frameBlock({ jobId, frameNumber, image, annotations, keypoints }: SampleFrame): Block[] {
  const [row] = jsonRows(image);
  const { width, height } = row ?? {};
  if (typeof width !== "number" || typeof height !== "number" || width <= 0 || height <= 0) return [];
  const spec = frameChart({ image: { ...row, width, height }, annotations, keypoints });
  return [
    figure(spec, { caption: `The labels of frame ${frameNumber} of job ${shortened(jobId, LONGEST_ID)}` }),
  ];
}
