import type { LabelId } from "../label-id.ts";
import type { CocoMember } from "./coco-members.ts";
import { annotationObjects, type CocoObject, sceneObjects } from "./coco-objects.ts";
import type { CocoSource } from "./coco-tables.ts";
import { mergeCategories } from "./merge-categories.ts";
import type { MergeCocoOptions } from "./merge-coco-options.ts";
import { mergeImages, ownName } from "./merge-images.ts";
import { plainValue } from "./plain-value.ts";
import { sameValue } from "./same-value.ts";
import { setField } from "./set-field.ts";

/** What the merged file of several jobs and cameras holds, in order. */
export function mergedMembers(source: CocoSource, { fileName, onLeftOut }: MergeCocoOptions): CocoMember[] {
  const scenes = mergeScenes(source);
  const { categories, idOf: categoryOf } = mergeCategories(source.categories);
  const { images, idOf: imageReader } = mergeImages(source.images, fileName);
  const { rows, objectAt } = annotationObjects(source);
  const imageOf = imageReader(rows);
  const [jobAt, idAt] = [rows.reader("job_id"), rows.reader("annotation_id")];
  return [
    ["info", scenes.shared],
    ["categories", null, categories],
    ["images", null, images],
    ["annotations", null, { [Symbol.iterator]: annotations }],
    ...(scenes.all.length > 0 ? [["scenes", null, scenes.all] as CocoMember] : []),
  ];

  function* annotations(): Generator<CocoObject> {
    let id = 0;
    for (const place of rows.places) {
      const { id: _, image_id, category_id, source_id, ...fields } = objectAt(place);
      const image = imageOf(place);
      const category = categoryOf(jobAt(place), category_id);
      if (image === undefined || category === undefined) {
        const jobId = String(jobAt(place));
        const sourceId = plainValue(idAt(place)) as LabelId | null;
        onLeftOut?.({ jobId, sourceId, missing: image === undefined ? "image" : "category" });
        continue;
      }
      const object: CocoObject = { id: ++id, image_id: image, category_id: category, ...fields };
      if (source_id !== undefined) object.label_source_id = source_id;
      yield Object.assign(object, { source_id: plainValue(idAt(place)) });
    }
  }
}

/** The scenes of a merged file, and what they all say. */
function mergeScenes({ scenes }: CocoSource): { shared: CocoObject; all: readonly CocoObject[] } {
  const { rows, objectAt } = sceneObjects(scenes);
  const [jobAt, cameraAt] = [rows.reader("job_id"), rows.reader("camera")];
  const found = Array.from(rows.places, (place) => ({ place, info: objectAt(place) }));
  const shared: CocoObject = {};
  for (const [field, value] of Object.entries(found[0]?.info ?? {})) {
    if (found.every(({ info }) => Object.hasOwn(info, field) && sameValue(value, info[field]))) {
      setField(shared, field, value);
    }
  }
  const all = found.map(({ place, info }) => {
    const scene: CocoObject = { job_id: jobAt(place), camera: plainValue(cameraAt(place)) };
    for (const [field, value] of Object.entries(info)) setField(scene, ownName(field), value);
    return scene;
  });
  return { shared, all };
}
