import type { JobParams } from "../../../api/wire-types.ts";
import { type ArchiveFile, buildZip } from "../../archive/build-zip.ts";
import type { BuildContext, BuildStep } from "../generator-model.ts";
import { jobJson } from "../job-json.ts";
import type { LabelFile } from "../label-file.ts";
import { CATEGORIES } from "./categories.ts";
import { drawPreview } from "./draw-preview.ts";
import { makeFilm } from "./film.ts";
import { frameLabels } from "./frame-labels.ts";
import { sceneInfo } from "./scene-info.ts";

/** A preview is its picture, so that edges are smooth; a video's picture goes with it. */
const PREVIEW_SAMPLES = 3;

/** What one version of the generator calls itself and its files. */
export interface FileNames {
  generator: string;
  labels: string;
  masks: string;
}

/** Makes the files of a visionfit job. */
export function* buildVisionfit(
  params: JobParams,
  { context, names }: { context: BuildContext; names: FileNames },
): Generator<BuildStep> {
  const film = makeFilm(params, context);
  yield jobJson(names.generator, params);
  yield { name: "video_preview.png", data: drawPreview(film, context.isPreview ? PREVIEW_SAMPLES : 1) };
  const labels: LabelFile = {
    info: sceneInfo(film, params),
    categories: [...CATEGORIES],
    images: [],
    annotations: [],
  };
  const withMasks = context.masks && !context.isPreview;
  const masks: ArchiveFile[] = [];
  for (let frame = 0; frame < (context.isPreview ? 1 : film.take.frames); frame++) {
    const labelled = frameLabels(film, frame, { masks: withMasks });
    labels.images.push(labelled.image);
    labels.annotations.push(...labelled.annotations);
    masks.push(...labelled.masks);
    yield null;
  }
  yield { name: names.labels, data: JSON.stringify(labels) };
  if (withMasks) yield { name: names.masks, data: buildZip(masks) };
}
