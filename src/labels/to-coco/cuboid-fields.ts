import { groupByAnnotation } from "./group-by-annotation.ts";
import { type FieldCopier, scalarField } from "./row-fields.ts";
import type { TableRows } from "./table-rows.ts";

/** Copies the rows of `cuboids` as `cuboid_coordinates`. */
export function cuboidFields(cuboids: TableRows, annotations: TableRows): FieldCopier {
  const rowsOf = groupByAnnotation(cuboids, annotations);
  const copiers = ["x", "y", "z"].map((name) => scalarField(cuboids, name));
  return (annotation, into) => {
    const places = rowsOf(annotation);
    if (places.length === 0) return;
    into.cuboid_coordinates = Array.from(places, (place) => {
      const corner: Record<string, unknown> = {};
      for (const copy of copiers) copy(place, corner);
      return corner;
    });
  };
}
