import { resolve } from "node:path";

/** The address of a file or folder: one that has a scheme, such as `s3a://bucket/folder`, as it is; else one of this machine. */
export function sparkPath(path: string): string {
  return /^[a-z][a-z\d+.-]*:/i.test(path) ? path : `file://${resolve(path)}`;
}

/** An address as Spark reads it, for which some characters stand for others. */
export function literalPath(path: string): string {
  return sparkPath(path).replaceAll(/[\\{}[\]*?]/g, "\\$&");
}
