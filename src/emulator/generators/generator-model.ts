import type { GeneratorInfo, JobParams } from "../../api/wire-types.ts";
import type { ArchiveFile } from "../archive/build-zip.ts";

/** What the result of one job is made from, besides its parameters. */
export interface BuildContext {
  /** Key of the job's hidden randomness; jobs that share it share scene layout and placement. */
  randomness: string;
  /** The parameters that the scene was laid out for: the job's own, or those of the job that it re-runs. */
  basis: JobParams;
  /** A preview shows one frame only. */
  isPreview: boolean;
  /** Whether to make segmentation masks. */
  masks: boolean;
}

/** A file of a result, or null where the work may rest for a moment. */
export type BuildStep = ArchiveFile | null;

/**
 * A generator as the emulator plays it. Parameters are always complete and valid.
 * A new generator is a new folder with one of these, listed in `generators.ts`.
 */
export interface GeneratorModel {
  readonly info: GeneratorInfo;
  /** Says what is wrong with parameters that are each fine on their own; empty where nothing is. */
  jointProblems(params: JobParams): string[];
  /** Frames that a video job of these parameters is expected to have. */
  estimate(params: JobParams): number;
  /** Frames that a video job really has. */
  countFrames(params: JobParams, randomness: string): number;
  /** Makes the files of a job's result folder, the picture before what takes long; each is packed before the next is taken. */
  build(params: JobParams, context: BuildContext): Iterable<BuildStep>;
}
