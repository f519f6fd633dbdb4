import { groupByAnnotation } from "./group-by-annotation.ts";
import { plainValue } from "./plain-value.ts";
import type { FieldCopier } from "./row-fields.ts";
import type { TableRows } from "./table-rows.ts";

/** Copies the rows of `polygons` as `segmentation`: a list of polygons, or run lengths. */
export function segmentationFields(polygons: TableRows, annotations: TableRows): FieldCopier {
  const rowsOf = groupByAnnotation(polygons, annotations);
  const points = polygons.reader("points");
  const [height, width] = [polygons.reader("rle_height"), polygons.reader("rle_width")];
  const [lengths, text] = [polygons.reader("rle_counts"), polygons.reader("rle_string")];
  return (annotation, into) => {
    const list: unknown[] = [];
    for (const place of rowsOf(annotation)) {
      const polygon = plainValue(points(place));
      if (polygon !== null) list.push(polygon);
      const counts = plainValue(text(place) ?? lengths(place));
      if (counts === null) continue;
      into.segmentation = { counts, size: [plainValue(height(place)), plainValue(width(place))] };
    }
    if (list.length > 0) into.segmentation = list;
  };
}
