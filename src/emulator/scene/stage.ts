import type { Camera } from "../geometry/camera.ts";
import { type Bounds, clearLayer, copyPart, type Layer, makeLayer, union } from "./layer.ts";
import { MATERIALS } from "./materials.ts";
import { paintBox } from "./paint-box.ts";
import { paintRod } from "./paint-rod.ts";
import type { Room } from "./room.ts";
import type { Solid } from "./solid.ts";

/** Something before the camera. */
export interface Prop {
  solid: Solid;
  /** Its number in the picture, from 1; 0 for what labels do not list. */
  instance: number;
}

/** One picture. It is good until the next one is taken. */
export interface Shot extends Layer {
  /** The number of what each pixel shows; 0 for the room. */
  instance: Uint8Array;
  /** By instance, the pixels that it would cover if nothing were before it. */
  alone: number[];
  /** By instance, the part of the picture that it is in. */
  bounds: Bounds[];
  /** By instance, how many pixels show it, by material. */
  materials: Uint32Array[];
}

/** Options of a shot. */
export interface ShootOptions {
  /** Is handed what each instance would cover alone, where its depth is not Infinity. */
  onAlone?: (instance: number, layer: Layer) => void;
}

/** A camera in a furnished room. */
export interface Stage {
  shoot(props: readonly Prop[], options?: ShootOptions): Shot;
}

/** How many pixels of a part of a layer show each material. */
export function countMaterials(
  { width, material }: Layer,
  { left, top, right, bottom }: Bounds,
): Uint32Array {
  const counts = new Uint32Array(MATERIALS.length);
  for (let row = top; row < bottom; row++) {
    for (let at = row * width + left; at < row * width + right; at++) {
      const index = material[at] ?? 0;
      counts[index] = (counts[index] ?? 0) + 1;
    }
  }
  return counts;
}

/** Sets one layer into a shot, where it is nearer than what is there. */
function merge(shot: Shot, layer: Layer, instance: number): number {
  const { left, top, right, bottom } = layer.painted;
  let pixels = 0;
  for (let row = top; row < bottom; row++) {
    for (let at = row * layer.width + left; at < row * layer.width + right; at++) {
      const depth = layer.depth[at] ?? Infinity;
      if (depth === Infinity) continue;
      pixels++;
      if (depth >= (shot.depth[at] ?? Infinity)) continue;
      shot.depth[at] = depth;
      shot.material[at] = layer.material[at] ?? 0;
      shot.shade[at] = layer.shade[at] ?? 0;
      shot.instance[at] = instance;
    }
  }
  return pixels;
}

/** Sets a camera up in a room. The room is painted once, so that pictures cost what moves in them. */
export function makeStage({ shell, furniture }: Room, camera: Camera): Stage {
  const room = makeLayer(camera);
  paintBox(room, shell, { camera, inside: true });
  for (const piece of furniture) paintBox(room, piece, { camera });
  const roomMaterials = countMaterials(room, room.painted);
  const alone = makeLayer(camera);
  const shot: Shot = {
    ...makeLayer(camera),
    instance: new Uint8Array(camera.width * camera.height),
    alone: [],
    bounds: [],
    materials: [],
  };
  copyPart(room, shot, room.painted);

  function sweep(): void {
    copyPart(room, shot, shot.painted);
    const { left, top, right, bottom } = shot.painted;
    for (let row = top; row < bottom; row++) {
      shot.instance.fill(0, row * shot.width + left, row * shot.width + right);
    }
  }

  function count(instances: number): Uint32Array[] {
    const counts = Array.from({ length: instances }, () => new Uint32Array(MATERIALS.length));
    const { left, top, right, bottom } = shot.painted;
    for (let row = top; row < bottom; row++) {
      for (let at = row * shot.width + left; at < row * shot.width + right; at++) {
        const own = counts[shot.instance[at] ?? 0];
        const index = shot.material[at] ?? 0;
        if (own) own[index] = (own[index] ?? 0) + 1;
      }
    }
    const covered = countMaterials(room, shot.painted);
    roomMaterials.forEach((all, i) => {
      const own = counts[0];
      if (own) own[i] = (own[i] ?? 0) + all - (covered[i] ?? 0);
    });
    return counts;
  }

  return {
    shoot(props, { onAlone } = {}) {
      sweep();
      shot.painted = { ...alone.painted };
      for (const { solid, instance } of props) {
        for (const rod of solid) paintRod(alone, rod, camera);
        shot.alone[instance] = merge(shot, alone, instance);
        shot.bounds[instance] = alone.painted;
        shot.painted = union(shot.painted, alone.painted);
        onAlone?.(instance, alone);
        clearLayer(alone);
      }
      shot.materials = count(Math.max(0, ...props.map(({ instance }) => instance)) + 1);
      return shot;
    },
  };
}
