import type { Color } from "../drawing/color.ts";
import type { Vec3 } from "../geometry/vec3.ts";
import { makeRandom, type Random } from "../random/make-random.ts";
import { uniform } from "../random/uniform.ts";
import { allFaces } from "./all-faces.ts";
import { type Material, materialIndex, type RoomMaterial } from "./materials.ts";
import type { PaintedBox } from "./paint-box.ts";
import { type Placement, toWorld } from "./placement.ts";

/** A room with furniture. */
export interface Room {
  /** The room itself, seen from inside. */
  shell: PaintedBox;
  furniture: PaintedBox[];
  /** Metres from the spot to the wall behind the avatar. */
  back: number;
  /** Metres in the world. */
  lamp: Vec3;
  /** What the surfaces of the room look like in full light. */
  colors: Record<Exclude<RoomMaterial, "art">, Color>;
}

type Piece = readonly [half: Vec3, material: Material];

/** Furniture by the scene's kind: half its width, depth and height in metres. */
const CATALOG: Readonly<Record<string, readonly Piece[]>> = {
  GYM: [
    [[0.24, 0.24, 0.3], "rubber"],
    [[0.13, 0.13, 0.65], "metal"],
    [[0.3, 0.3, 0.38], "wood"],
    [[0.7, 0.25, 0.5], "metal"],
    [[0.3, 0.3, 0.9], "lacquer"],
  ],
  BEDROOM: [
    [[0.28, 0.28, 0.38], "fabric"],
    [[0.14, 0.14, 0.6], "wood"],
    [[0.25, 0.35, 0.3], "lacquer"],
    [[0.75, 1, 0.27], "fabric"],
    [[0.5, 0.28, 0.95], "wood"],
  ],
};

/** How many pieces at the head of a catalog are small enough to stand before the avatar. */
const SMALL_PIECES = 3;

/** Free floor about the avatar, in metres from the spot. */
const FREE = 1;

/** Metres from the spot to the walls beside and behind the camera, and up to the ceiling. */
const SHELL = { sides: 3.6, behind: 6.2, height: 3.2 };

function tint(random: Random, [low, high]: readonly [number, number]): Color {
  const light = uniform(random, [low, high]);
  const part = (): number => Math.round(light + uniform(random, [-14, 14]));
  return [part(), part(), part()];
}

const ACCENTS: readonly Color[] = [
  [54, 116, 122],
  [186, 142, 60],
  [150, 72, 74],
  [92, 96, 148],
  [108, 132, 84],
  [196, 190, 178],
];

function accent(random: Random): Color {
  return ACCENTS[Math.floor(random() * ACCENTS.length)] ?? [128, 128, 128];
}

function roomColors(random: Random): Room["colors"] {
  return {
    floor: tint(random, [110, 170]),
    wall: tint(random, [185, 225]),
    "side wall": tint(random, [175, 215]),
    ceiling: tint(random, [225, 240]),
    wood: [Math.round(uniform(random, [120, 165])), Math.round(uniform(random, [85, 110])), 60],
    fabric: accent(random),
    lacquer: accent(random),
  };
}

/** Where a piece stands, in the room's frame: before the avatar, or about it with the floor around it free. */
function place(random: Random, { half, before }: { half: Vec3; before: boolean }): readonly [number, number] {
  const side = random() < 0.5 ? -1 : 1;
  if (before) return [side * uniform(random, [0, 0.8]), -FREE - uniform(random, [0.3, 1])];
  const away = FREE + Math.hypot(half[0], half[1]);
  return [side * (away + uniform(random, [0, 1.2])), uniform(random, [-0.8, 1.8])];
}

/**
 * Furnishes a room: its kind decides size, colours and what there is, the hidden randomness where it stands.
 * Nothing else does, so that runs which share the randomness share the room.
 */
export function makeRoom(
  scene: string,
  { placement, randomness }: { placement: Placement; randomness: string },
): Room {
  const { yawDeg } = placement;
  const look = makeRandom("scene", scene);
  const back = uniform(look, [2.1, 3]);
  const colors = roomColors(look);
  const walls = [materialIndex("side wall"), materialIndex("wall")] as const;
  const shell: PaintedBox = {
    center: toWorld(placement, [0, (back - SHELL.behind) / 2, SHELL.height / 2]),
    half: [SHELL.sides, (back + SHELL.behind) / 2, SHELL.height / 2],
    yawDeg,
    faces: [
      [walls[0], walls[0]],
      [walls[1], walls[1]],
      [materialIndex("floor"), materialIndex("ceiling")],
    ],
  };
  const arrange = makeRandom("furniture", randomness, scene);
  const catalog = CATALOG[scene.split("_")[0] ?? ""] ?? CATALOG.BEDROOM ?? [];
  const before = Math.floor(uniform(arrange, [0, 3]));
  const count = 3 + Math.floor(uniform(arrange, [0, 3])) + before;
  const furniture = Array.from({ length: count }, (_, i) => {
    const choices = i < before ? SMALL_PIECES : catalog.length;
    const [half, material] = catalog[Math.floor(arrange() * choices)] ?? [[0.2, 0.2, 0.2], "wood"];
    const [x, y] = place(arrange, { half, before: i < before });
    return {
      center: toWorld(placement, [x, y, half[2]]),
      half,
      yawDeg: yawDeg + uniform(arrange, [-30, 30]),
      faces: allFaces(material),
    };
  });
  const lamp = toWorld(placement, [
    uniform(look, [-1.2, 1.2]),
    uniform(look, [-1.8, 0.2]),
    SHELL.height - 0.3,
  ]);
  return { shell, furniture, back, lamp, colors };
}
