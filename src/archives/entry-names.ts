import type { Entry } from "@zip.js/zip.js";
import type { ArchiveFault } from "./archive-error.ts";

interface Known {
  /** The path as it was spelled first. */
  path: string;
  isFolder: boolean;
  /** Whether it is an entry, not only the folder of one. */
  isEntry: boolean;
}

/** The names of an archive's entries, as a file system sees them that tells neither case nor accents' encodings apart. */
export class EntryNames {
  readonly #known = new Map<string, Known>();

  /** Adds an entry; says why it clashes with those before it, or null where it does not. */
  add({ filename, directory }: Pick<Entry, "filename" | "directory">): ArchiveFault | null {
    const parts = filename.replace(/\/$/, "").split("/");
    for (let depth = 1; depth <= parts.length; depth++) {
      const isEntry = depth === parts.length;
      const path = parts.slice(0, depth).join("/");
      const reason = this.#addPath({ path, isEntry, isFolder: directory || !isEntry });
      if (reason !== null) return { code: "ARCHIVE_DUPLICATE", reason };
    }
    return null;
  }

  #addPath(added: Known): string | null {
    const { path, isFolder, isEntry } = added;
    const key = path.normalize("NFC").toLowerCase();
    const known = this.#known.get(key);
    if (known === undefined) {
      this.#known.set(key, added);
      return null;
    }
    const name = JSON.stringify(known.path);
    if (known.path !== path) return `on some systems its name is the same as that of ${name}`;
    if (known.isFolder !== isFolder) return `${name} is both a file and a folder`;
    if (known.isEntry && isEntry) return "its name appears twice";
    known.isEntry ||= isEntry;
    return null;
  }
}
