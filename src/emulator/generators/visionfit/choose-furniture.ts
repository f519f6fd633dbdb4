import type { JobParams } from "../../../api/wire-types.ts";
import { makeCamera } from "../../geometry/camera.ts";
import { clearLayer, type Layer, makeLayer } from "../../scene/layer.ts";
import { type PaintedBox, paintBox } from "../../scene/paint-box.ts";
import { paintRod } from "../../scene/paint-rod.ts";
import { makeRoom, type Room } from "../../scene/room.ts";
import { readParams } from "../read-params.ts";
import { avatarLook } from "./avatar-look.ts";
import { makeTake } from "./take.ts";

/** The per cent of the avatar that furniture may hide where no parameter says. */
const USUAL_OCCLUSION = 50;

/** The longer side in pixels of the pictures that occlusion is judged by. */
const TRIAL_SIZE = 96;

/** Moments of a repetition at which it is judged. */
const TRIAL_REPS = [0, 0.25, 0.5, 1.5];

/** The per cent of what one layer shows that another layer is before. */
function percentHidden({ width, depth, painted }: Layer, before: Layer): number {
  let [all, hidden] = [0, 0];
  for (let row = painted.top; row < painted.bottom; row++) {
    for (let at = row * width + painted.left; at < row * width + painted.right; at++) {
      const own = depth[at] ?? Infinity;
      if (own === Infinity) continue;
      all++;
      if ((before.depth[at] ?? Infinity) < own) hidden++;
    }
  }
  return all === 0 ? 0 : (100 * hidden) / all;
}

/**
 * Furnishes the room of a job and takes away, one after the other, what would hide more of the avatar than allowed,
 * on average over a repetition.
 *
 * @param basis - The parameters of the job that the room was furnished for; a re-run finds the room as it was.
 */
export function chooseFurniture(basis: JobParams, randomness: string): Room {
  const read = readParams(basis);
  const { attire } = avatarLook(basis, randomness);
  const take = makeTake(basis, { randomness, basis });
  const room = makeRoom(read.string("scene"), { placement: take.placement, randomness });
  const allowed = typeof basis.allowable_occlusion === "number" ? basis.allowable_occlusion : USUAL_OCCLUSION;
  const scale = TRIAL_SIZE / Math.max(take.camera.width, take.camera.height);
  const camera = makeCamera({
    ...take.camera,
    width: Math.round(take.camera.width * scale),
    height: Math.round(take.camera.height * scale),
  });
  const layer = makeLayer(camera);
  const people = TRIAL_REPS.map((repCount) => {
    const person = makeLayer(camera);
    const { labelled } = take.solidsOf(take.poseAtRep(repCount), attire);
    for (const rod of labelled[0] ?? []) paintRod(person, rod, camera);
    return person;
  });
  function hiddenPercent(piece: PaintedBox): number {
    paintBox(layer, piece, { camera });
    const percents = people.map((person) => percentHidden(person, layer));
    clearLayer(layer);
    return percents.reduce((sum, percent) => sum + percent, 0) / percents.length;
  }
  let rest = allowed;
  const furniture = room.furniture.filter((piece) => {
    const hidden = hiddenPercent(piece);
    if (hidden > rest) return false;
    rest -= hidden;
    return true;
  });
  return { ...room, furniture };
}
