import { differenceCiede2000, type Lab65 } from "culori/fn";
import { roundTo } from "../geometry/round-to.ts";
import type { LitMaterial } from "./lighting.ts";
import { MATERIALS } from "./materials.ts";
import { countMaterials, type Shot } from "./stage.ts";

const deltaE00 = differenceCiede2000();

/** Electrons that a pixel of full brightness collects, and the noise of reading it out, in electrons. */
const [FULL_WELL, READ_NOISE] = [1000, 6];

/** The standard deviation of rounding to 8 bits, as a share of full brightness. */
const ROUNDING = 1 / (255 * Math.sqrt(12));

/** How far around the avatar its halo reaches, as a share of its box's longer side. */
const HALO = 0.1;

/** Options of {@link frameBrightness}. */
export interface FrameBrightnessOptions {
  materials: readonly LitMaterial[];
  /** The avatar's number in the shot. */
  avatar: number;
  /** Whether the camera's sensor has shot and readout noise, besides rounding. */
  sensorNoise: boolean;
}

/** The mean colour of some pixels, which are counted by material. */
function meanLab(counts: Uint32Array, materials: readonly LitMaterial[]): Lab65 | null {
  const mean: Lab65 = { mode: "lab65", l: 0, a: 0, b: 0 };
  let total = 0;
  materials.forEach(({ lab }, i) => {
    const count = counts[i] ?? 0;
    total += count;
    mean.l += count * lab.l;
    mean.a += count * lab.a;
    mean.b += count * lab.b;
  });
  return total === 0 ? null : { mode: "lab65", l: mean.l / total, a: mean.a / total, b: mean.b / total };
}

/** Signal to noise of the mean pixel: electrons over the standard deviation of their number. */
function signalToNoise(luminance: number, sensorNoise: boolean): number {
  const electrons = FULL_WELL * luminance;
  const rounding = (FULL_WELL * ROUNDING) ** 2;
  return electrons / Math.sqrt(rounding + (sensorNoise ? electrons + READ_NOISE ** 2 : 0));
}

function sum(counts: readonly Uint32Array[]): Uint32Array {
  return Uint32Array.from(MATERIALS, (_, i) => counts.reduce((total, each) => total + (each[i] ?? 0), 0));
}

/** What is around the avatar, near its box, without the avatar. */
function haloMaterials(shot: Shot, instance: number): Uint32Array {
  const { left, top, right, bottom } = shot.bounds[instance] ?? shot.painted;
  const reach = Math.ceil(HALO * Math.max(right - left, bottom - top));
  const around = countMaterials(shot, {
    left: Math.max(0, left - reach),
    top: Math.max(0, top - reach),
    right: Math.min(shot.width, right + reach),
    bottom: Math.min(shot.height, bottom + reach),
  });
  return around.map((count, i) => count - (shot.materials[instance]?.[i] ?? 0));
}

/**
 * The brightness columns of a frame: mean CIELAB lightness (0 to 100) of the image, of the avatar and of the halo
 * around it, how these two differ in lightness and in colour (CIEDE2000), and the signal-to-noise ratio.
 * Those of the avatar are left out where it is not seen.
 */
export function frameBrightness(shot: Shot, options: FrameBrightnessOptions): Record<string, number> {
  const { materials, avatar, sensorNoise } = options;
  const counts = sum(shot.materials);
  const pixels = shot.width * shot.height;
  const luminance =
    materials.reduce((total, material, i) => total + material.luminance * (counts[i] ?? 0), 0) / pixels;
  const columns: Record<string, number> = {
    mean_image_brightness: meanLab(counts, materials)?.l ?? 0,
    snr: signalToNoise(luminance, sensorNoise),
  };
  const person = meanLab(shot.materials[avatar] ?? new Uint32Array(), materials);
  const halo = person && meanLab(haloMaterials(shot, avatar), materials);
  if (person && halo) {
    columns.mean_avatar_brightness = person.l;
    columns.mean_avatar_halo_brightness = halo.l;
    columns.mean_brightness_contrast = Math.abs(person.l - halo.l);
    columns.mean_color_contrast = deltaE00(person, halo);
  }
  return Object.fromEntries(Object.entries(columns).map(([name, value]) => [name, roundTo(value, 4)]));
}
