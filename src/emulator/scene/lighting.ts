import { converter, type Lab65, modeLab65, modeLrgb, modeRgb, useMode } from "culori/fn";
import type { Color } from "../drawing/color.ts";
import type { Vec3 } from "../geometry/vec3.ts";
import { isWorn, MATERIALS, type Material } from "./materials.ts";

useMode(modeRgb);
useMode(modeLrgb);
useMode(modeLab65);
const toLinear = converter("lrgb");
const toRgb = converter("rgb");
const toLab = converter("lab65");

/** A material in the light of a scene, as the camera records it. */
export interface LitMaterial {
  color: Color;
  /** CIELAB for a D65 white. */
  lab: Lab65;
  /** Relative luminance, 0 to 1. */
  luminance: number;
}

/** What lights a scene. */
export interface Lighting {
  /** The lamp's power; 100 lights a room well. */
  power: number;
  /** Where the lamp and the avatar are, in metres. */
  lamp: Vec3;
  avatar: Vec3;
}

/** Light that is there without the lamp, relative to a lamp of power 100. */
const AMBIENT = 0.03;

/** The camera's exposure makes up for part of a change in power. */
const EXPOSURE = 0.6;

/** The distance in metres at which the avatar gets as much light as the room. */
const EVEN_DISTANCE = 2.3;

/**
 * Works out what the materials look like. More light saturates: a surface of albedo a in light E is recorded at
 * `1 - exp(-a E)`. The avatar's light falls with the square of its distance to the lamp.
 *
 * @returns One entry for each of `MATERIALS`.
 */
export function lightMaterials(
  colors: Readonly<Record<Material, Color>>,
  { power, lamp, avatar }: Lighting,
): LitMaterial[] {
  const distance = Math.hypot(lamp[0] - avatar[0], lamp[1] - avatar[1], lamp[2] - 1 - avatar[2]);
  const light = (power / 100) ** EXPOSURE;
  const room = AMBIENT + light;
  const worn = AMBIENT + light * (EVEN_DISTANCE / distance) ** 2;
  return MATERIALS.map((material) => {
    const [red, green, blue] = colors[material];
    const albedo = toLinear({ mode: "rgb", r: red / 255, g: green / 255, b: blue / 255 });
    const received = isWorn(material) ? worn : room;
    const record = (part: number): number => 1 - Math.exp(-part * received);
    const lit = { mode: "lrgb" as const, r: record(albedo.r), g: record(albedo.g), b: record(albedo.b) };
    const { r, g, b } = toRgb(lit);
    return {
      color: [Math.round(255 * r), Math.round(255 * g), Math.round(255 * b)],
      lab: toLab(lit),
      luminance: 0.2126 * lit.r + 0.7152 * lit.g + 0.0722 * lit.b,
    };
  });
}
