import { resolve } from "node:path";

/** A path as Spark takes it: addresses, such as `s3a://bucket/folder`, as they are, those of this machine made absolute. */
export function sparkPath(path: string): string {
  return /^[a-z][a-z\d+.-]*:/i.test(path) ? path : `file://${resolve(path)}`;
}
