/**
 * How far from each other those who annotate COCO's 17 points put them, as a share of the person's size, in the order of
 * `nose` to `right_ankle`: the constants of COCO's keypoint evaluation.
 */
export const COCO_SIGMAS: Readonly<Record<string, number>> = {
  nose: 0.026,
  left_eye: 0.025,
  right_eye: 0.025,
  left_ear: 0.035,
  right_ear: 0.035,
  left_shoulder: 0.079,
  right_shoulder: 0.079,
  left_elbow: 0.072,
  right_elbow: 0.072,
  left_wrist: 0.062,
  right_wrist: 0.062,
  left_hip: 0.107,
  right_hip: 0.107,
  left_knee: 0.087,
  right_knee: 0.087,
  left_ankle: 0.089,
  right_ankle: 0.089,
};
