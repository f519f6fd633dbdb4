/** The name of a frame's mask: `cseg` is by category, `iseg` by instance. */
export function maskName(frame: number, kind: "cseg" | "iseg", annotationId?: number): string {
  const instance = annotationId === undefined ? "" : `.${String(annotationId).padStart(6, "0")}`;
  return `image.${String(frame).padStart(6, "0")}.${kind}${instance}.png`;
}
