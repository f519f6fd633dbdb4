import { type Material, materialIndex } from "./materials.ts";
import type { PaintedBox } from "./paint-box.ts";

/** The faces of a box that is made of one material. */
export function allFaces(material: Material): PaintedBox["faces"] {
  const index = materialIndex(material);
  return [
    [index, index],
    [index, index],
    [index, index],
  ];
}
