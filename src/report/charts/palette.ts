/**
 * Colours of categories: of the palette of Okabe and Ito (2008), "Color Universal Design", those that stand out on both
 * white and black. In this order neighbours differ most.
 */
export const PALETTE: readonly string[] = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#56b4e9", "#e69f00"];

/** The colour of what has no colour of its own: other categories together, what is not significant. */
export const NEUTRAL = "#8a8a8a";

/** The colour scheme of amounts, uniform to the eye and to colour-blind ones. */
export const SEQUENTIAL = "viridis";

/** Colours from -1 over 0 to 1. None is the ground itself, be it white or black. */
export const DIVERGING: readonly string[] = [
  "rgba(213,94,0,1)",
  "rgba(138,138,138,0.06)",
  "rgba(0,114,178,1)",
];
