/** What surfaces can be made of. */
export const MATERIALS = [
  "floor",
  "wall",
  "side wall",
  "ceiling",
  "wood",
  "fabric",
  "lacquer",
  "art",
  "skin",
  "hair",
  "top",
  "bottom",
  "socks",
  "shoes",
  "metal",
  "rubber",
] as const;

/** The name of a material. */
export type Material = (typeof MATERIALS)[number];

/** The place of a material in {@link MATERIALS}. */
export function materialIndex(material: Material): number {
  return MATERIALS.indexOf(material);
}
