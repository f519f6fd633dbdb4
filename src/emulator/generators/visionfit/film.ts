import type { JobParams } from "../../../api/wire-types.ts";
import type { Color } from "../../drawing/color.ts";
import { makeRandom } from "../../random/make-random.ts";
import { uniform } from "../../random/uniform.ts";
import { type LitMaterial, lightMaterials } from "../../scene/lighting.ts";
import type { Material } from "../../scene/materials.ts";
import type { Room } from "../../scene/room.ts";
import { makeStage, type Stage } from "../../scene/stage.ts";
import { readParams } from "../read-params.ts";
import { type AvatarLook, avatarLook } from "./avatar-look.ts";
import { chooseFurniture } from "./choose-furniture.ts";
import { makeTake, type Take } from "./take.ts";
import { wallArt } from "./wall-art.ts";

/** A take on its stage, in its light. */
export interface Film {
  take: Take;
  room: Room;
  stage: Stage;
  look: AvatarLook;
  materials: LitMaterial[];
  sensorNoise: boolean;
  /** The colour of the person in instance masks. */
  personColor: Color;
}

function identityColor(identity: number): Color {
  const random = makeRandom("visionfit instance", identity);
  const part = (): number => Math.floor(uniform(random, [60, 220]));
  return [part(), part(), part()];
}

/** Colours that are the same in every room. */
const COMMON: Pick<Record<Material, Color>, "metal" | "rubber"> = {
  metal: [176, 178, 182],
  rubber: [58, 58, 62],
};

/** Parameters of the scene's layout that a re-run may override. */
const LAYOUT_PARAMS = ["scene", "allowable_occlusion"] as const;

/** Sets a job up: who and what there is, where the camera stands, and the light. */
export function makeFilm(
  params: JobParams,
  { randomness, basis }: { randomness: string; basis: JobParams },
): Film {
  const read = readParams(params);
  const layout = Object.fromEntries(
    LAYOUT_PARAMS.flatMap((name) => (params[name] === undefined ? [] : [[name, params[name]]])),
  );
  const take = makeTake(params, { randomness, basis });
  const look = avatarLook(params, randomness);
  const bare = chooseFurniture({ ...basis, ...layout }, randomness);
  const { boxes, color } = wallArt(params, { room: bare, placement: take.placement, randomness });
  const room = { ...bare, furniture: [...bare.furniture, ...boxes] };
  return {
    take,
    room,
    stage: makeStage(room, take.camera),
    look,
    materials: lightMaterials(
      { ...COMMON, ...room.colors, ...look.colors, art: color },
      { power: read.number("lighting_power"), lamp: room.lamp, avatar: take.avatarLocation },
    ),
    sensorNoise: params.enable_sensor_noise !== false,
    personColor: identityColor(read.number("avatar_identity")),
  };
}
