import { createHash } from "node:crypto";

const PLAIN = /^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/;
const HASHED = /^job-[0-9a-f]{16}$/i;
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** Whether an id can be a folder's name on every system, beside the other names of a batch's folder. */
export function isPlainName(id: string): boolean {
  return (
    PLAIN.test(id) &&
    !id.includes("..") &&
    !id.endsWith(".") &&
    !DEVICE.test(id) &&
    !HASHED.test(id) &&
    id.toLowerCase() !== "batch_id.txt"
  );
}

/**
 * The folders of a batch's jobs: the id, where that is safe as a name and differs from all others by more than case;
 * otherwise a hash of it.
 */
export function jobFolderNames(ids: readonly string[]): Map<string, string> {
  const counts = new Map<string, number>();
  for (const id of new Set(ids)) counts.set(id.toLowerCase(), (counts.get(id.toLowerCase()) ?? 0) + 1);
  const nameOf = (id: string): string => {
    if (isPlainName(id) && counts.get(id.toLowerCase()) === 1) return id;
    return `job-${createHash("sha256").update(id).digest("hex").slice(0, 16)}`;
  };
  return new Map(ids.map((id) => [id, nameOf(id)]));
}
