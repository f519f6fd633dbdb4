import type { JobParams } from "../../../api/wire-types.ts";
import { type ArchiveFile, buildZip } from "../../archive/build-zip.ts";
import { type Color, toUnitColor } from "../../drawing/color.ts";
import { encodePng } from "../../drawing/encode-png.ts";
import { fillPolygon } from "../../drawing/fill-polygon.ts";
import { makeRaster, type Raster } from "../../drawing/raster.ts";
import { cameraInfo } from "../camera-info.ts";
import type { BuildContext, BuildStep } from "../generator-model.ts";
import { jobJson } from "../job-json.ts";
import { BACKGROUND, commonInfo, IMAGE_ID_STEP, type LabelFile } from "../label-file.ts";
import { maskName } from "../mask-name.ts";
import { outlineLabels } from "../outline-labels.ts";
import { readParams } from "../read-params.ts";
import { drawSpillPreview } from "./draw-preview.ts";
import { SPILLS_V010 } from "./parameters.ts";
import { makeSpillScene, type SpillScene } from "./spill-scene.ts";

const SPILL = { id: 0, category: [25, 25, 112], instance: [153, 0, 102] } as const;
const FLOOR = { id: 1, category: [34, 85, 119], instance: [211, 221, 228] } as const;

const CATEGORY_PALETTE: readonly Color[] = [BACKGROUND, FLOOR.category, SPILL.category];
const INSTANCE_PALETTE: readonly Color[] = [BACKGROUND, FLOOR.instance, SPILL.instance];

function drawMask({ room, floor, spillAt }: SpillScene, frame: number): Raster {
  const raster = makeRaster(room.camera);
  fillPolygon(raster, floor, 1);
  fillPolygon(raster, spillAt(frame), 2);
  return raster;
}

function frameAnnotations({ floor, spillAt }: SpillScene, frame: number): LabelFile["annotations"] {
  const things = [
    { kind: SPILL, outline: spillAt(frame) },
    { kind: FLOOR, outline: floor },
  ];
  return things.map(({ kind, outline }, i) => ({
    id: frame * things.length + i,
    image_id: frame * IMAGE_ID_STEP,
    category_id: kind.id,
    iscrowd: 0 as const,
    ...(outline.length > 0 && { color: toUnitColor(kind.instance) }),
    ...outlineLabels([outline]),
  }));
}

/** Makes the files of a spills job; a preview shows the last frame, where the spill is largest. */
export function* buildSpills(params: JobParams, context: BuildContext): Generator<BuildStep> {
  const { isPreview } = context;
  const withMasks = context.masks && !isPreview;
  const scene = makeSpillScene(params);
  const { camera } = scene.room;
  const last = scene.frames - 1;
  yield jobJson(SPILLS_V010.name, params);
  yield { name: "video_preview.png", data: drawSpillPreview(scene, params) };
  const labels: LabelFile = {
    info: { ...commonInfo(readParams(params).string("scene")), ...cameraInfo(camera) },
    categories: [
      { id: SPILL.id, name: "spill", color: toUnitColor(SPILL.category) },
      { id: FLOOR.id, name: "floor", color: toUnitColor(FLOOR.category) },
    ],
    images: [],
    annotations: [],
  };
  const masks: ArchiveFile[] = [];
  for (let frame = isPreview ? last : 0; frame <= last; frame++) {
    labels.images.push({
      id: frame * IMAGE_ID_STEP,
      width: camera.width,
      height: camera.height,
      frame_number: frame,
      spill_visible: scene.spillAt(frame).length > 0,
    });
    labels.annotations.push(...frameAnnotations(scene, frame));
    yield null;
    if (!withMasks) continue;
    const raster = drawMask(scene, frame);
    masks.push({ name: maskName(frame, "cseg"), data: encodePng(raster, CATEGORY_PALETTE) });
    masks.push({ name: maskName(frame, "iseg"), data: encodePng(raster, INSTANCE_PALETTE) });
  }
  yield { name: "video.rgb.json", data: JSON.stringify(labels) };
  if (withMasks) yield { name: "video.rgb.zip", data: buildZip(masks) };
}
