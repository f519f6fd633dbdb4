/** The category of an exercise: what stands before the first `-`, or before a `_` with digits. */
export function exerciseCategory(exercise: string): string {
  return exercise.split("-")[0]?.replace(/_\d.*$/, "") ?? exercise;
}
