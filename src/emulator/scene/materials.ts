/** What rooms are made of. */
const ROOM_MATERIALS = ["floor", "wall", "side wall", "ceiling", "wood", "fabric", "lacquer", "art"] as const;

/** What people and the things in their hands are made of. */
const WORN_MATERIALS = ["skin", "hair", "top", "bottom", "socks", "shoes", "metal", "rubber"] as const;

/** What surfaces can be made of. */
export const MATERIALS: readonly Material[] = [...ROOM_MATERIALS, ...WORN_MATERIALS];

/** The name of a material of rooms. */
export type RoomMaterial = (typeof ROOM_MATERIALS)[number];

/** The name of a material. */
export type Material = RoomMaterial | (typeof WORN_MATERIALS)[number];

const WORN: ReadonlySet<Material> = new Set(WORN_MATERIALS);

/** Whether a material is lit where the avatar stands. */
export function isWorn(material: Material): boolean {
  return WORN.has(material);
}

/** The place of a material in {@link MATERIALS}. */
export function materialIndex(material: Material): number {
  return MATERIALS.indexOf(material);
}
