import type { JobParams } from "../../../api/wire-types.ts";
import type { Attire } from "../../body/person-solid.ts";
import type { Color } from "../../drawing/color.ts";
import { makeRandom } from "../../random/make-random.ts";
import { uniform } from "../../random/uniform.ts";
import type { Material } from "../../scene/materials.ts";
import { readParams } from "../read-params.ts";

/** What an avatar looks like. */
export interface AvatarLook {
  attire: Attire;
  /** The names of what is worn above and below. */
  top: string;
  bottom: string;
  colors: Record<"skin" | "hair" | "top" | "bottom" | "socks" | "shoes", Color>;
}

interface Outfit {
  top: readonly [name: string, color: Color];
  bottom: readonly [name: string, color: Color];
  longSleeves: boolean;
  longLegs: boolean;
}

/** Outfits by their number. */
const OUTFITS: readonly Outfit[] = [
  {
    top: ["TSHIRT_BLUE", [48, 92, 160]],
    bottom: ["SHORTS_GRAY", [92, 96, 104]],
    longSleeves: false,
    longLegs: false,
  },
  {
    top: ["TSHIRT_RED", [178, 52, 48]],
    bottom: ["LEGGINGS_BLACK", [38, 38, 44]],
    longSleeves: false,
    longLegs: true,
  },
  {
    top: ["SWEATER_GREEN", [62, 122, 84]],
    bottom: ["SHORTS_NAVY", [36, 48, 88]],
    longSleeves: true,
    longLegs: false,
  },
  {
    top: ["TANK_WHITE", [226, 226, 222]],
    bottom: ["JOGGERS_GRAY", [120, 124, 130]],
    longSleeves: false,
    longLegs: true,
  },
  {
    top: ["HOODIE_BLACK", [44, 44, 50]],
    bottom: ["JOGGERS_TAN", [168, 142, 108]],
    longSleeves: true,
    longLegs: true,
  },
];

const SKIN_TONES: readonly Color[] = [
  [244, 208, 177],
  [224, 172, 138],
  [198, 134, 98],
  [156, 100, 68],
  [112, 70, 46],
  [76, 48, 34],
];

const HAIR: readonly Color[] = [
  [38, 28, 24],
  [84, 54, 34],
  [150, 104, 58],
  [206, 170, 112],
  [120, 116, 112],
];

function pick<T>(list: readonly T[], share: number, otherwise: T): T {
  return list[Math.floor(share * list.length)] ?? otherwise;
}

function ankleOf({ hasSocks, longLegs }: { hasSocks: boolean; longLegs: boolean }): Material {
  if (hasSocks) return "socks";
  return longLegs ? "bottom" : "skin";
}

/**
 * Dresses an avatar. Its identity decides skin, hair and, where no outfit is a parameter, what it wears.
 */
export function avatarLook(params: JobParams, randomness: string): AvatarLook {
  const identity = readParams(params).number("avatar_identity");
  const own = makeRandom("visionfit identity", identity);
  const [skin, hair] = [own(), own()];
  const number = typeof params.outfit === "number" ? params.outfit : identity % OUTFITS.length;
  const outfit = OUTFITS[number] ?? (OUTFITS[0] as Outfit);
  const { top, bottom, longSleeves, longLegs } = outfit;
  const tone = params.randomize_skin_tone === true ? makeRandom(randomness, "skin tone")() : skin;
  const hasSocks = params.add_socks === true;
  const bare = hasSocks ? "socks" : "skin";
  const dark = uniform(own, [40, 60]);
  return {
    attire: {
      forearm: longSleeves ? "top" : "skin",
      calf: longLegs ? "bottom" : "skin",
      ankle: ankleOf({ hasSocks, longLegs }),
      foot: params.hide_shoes === true ? bare : "shoes",
    },
    top: top[0],
    bottom: bottom[0],
    colors: {
      skin: pick(SKIN_TONES, tone, [198, 134, 98]),
      hair: pick(HAIR, hair, [38, 28, 24]),
      top: top[1],
      bottom: bottom[1],
      socks: [236, 236, 236],
      shoes: [dark, dark, dark].map(Math.round) as unknown as Color,
    },
  };
}
