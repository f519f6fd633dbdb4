/** Metres from a joint to the skin, by the joint's name without its side. */
const RADII: Readonly<Record<string, number>> = {
  pelvis: 0.14,
  hip: 0.1,
  spine1: 0.13,
  spine2: 0.13,
  spine3: 0.13,
  neck: 0.07,
  collar: 0.08,
  head: 0.11,
  jaw: 0.06,
  eye_smplhf: 0.08,
  shoulder: 0.07,
  elbow: 0.05,
  wrist: 0.035,
  knee: 0.065,
  ankle: 0.045,
  foot: 0.04,
};

const FINGER_RADIUS = 0.012;

/** Metres from a joint to the skin of an average body. */
export function thickness(joint: string): number {
  return RADII[joint.replace(/^(left|right)_/, "")] ?? FINGER_RADIUS;
}
