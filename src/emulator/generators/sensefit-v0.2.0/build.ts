import type { JobParams } from "../../../api/wire-types.ts";
import type { ArchiveFile } from "../../archive/build-zip.ts";
import { toMatrix } from "../../geometry/quaternion.ts";
import { roundTo } from "../../geometry/round-to.ts";
import { jobJson } from "../job-json.ts";
import { readParams } from "../read-params.ts";
import { SENSEFIT_V020 } from "./parameters.ts";
import { makeWatchMotion } from "./watch-motion.ts";

const MATRIX_COLUMNS = [1, 2, 3].flatMap((row) =>
  [1, 2, 3].map((column) => `rotation_matrix_m${row}${column}`),
);

function dataCsv(params: JobParams): string {
  const read = readParams(params);
  const { samples, repCountAt, rotationAt } = makeWatchMotion(params);
  const counts = repCountAt ? ["rep_count_from_intermediate", "rep_count_from_start"] : [];
  const lines = [["", ...counts, "ref_xy_rotation", "time", ...MATRIX_COLUMNS].join(",")];
  for (let sample = 0; sample < samples; sample++) {
    const repCount = repCountAt?.(sample);
    lines.push(
      [
        sample,
        ...(repCount === undefined ? [] : [roundTo(Math.max(0, repCount - 0.5), 6), roundTo(repCount, 6)]),
        read.number("ref_xy_rotation"),
        roundTo(sample / read.number("frames_per_second"), 6),
        ...toMatrix(rotationAt(sample)).flat().map(Math.fround),
      ].join(","),
    );
  }
  return `${lines.join("\n")}\n`;
}

/** Makes the files of a sensefit job. */
export function buildSensefit(params: JobParams): ArchiveFile[] {
  return [jobJson(SENSEFIT_V020.name, params), { name: "data.csv", data: dataCsv(params) }];
}
