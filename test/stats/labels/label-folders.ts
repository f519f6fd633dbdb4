import { fileURLToPath } from "node:url";
import { labelledFolder } from "./labelled-folder.ts";

/** The folder of a fixture's jobs. */
export const fixture = (generator: string): string =>
  fileURLToPath(new URL(`../../../fixtures/${generator}/batch`, import.meta.url));

/** Folders of jobs with labels of all kinds, by name. */
export const FOLDERS: Record<string, () => Promise<string>> = {
  visionfit: async () => fixture("visionfit"),
  spills: async () => fixture("spills"),
  sensefit: async () => fixture("sensefit"),
  flagship: async () => fixture("flagship"),
  mixed: labelledFolder,
};
/** Columns of their jobs by which statistics are grouped. */
export const BY: Record<string, string[]> = {
  visionfit: ["status", "exercise"],
  spills: ["size"],
  sensefit: ["use_random_motion"],
  flagship: ["lighting_power"],
  mixed: ["scene", "lit"],
};
