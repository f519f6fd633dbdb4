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
  add(path: string, { isFolder }: { isFolder: boolean }): string | null {
    const parts = path.replace(/\/$/, "").split("/");
    for (let depth = 1; depth < parts.length; depth++) {
      const clash = this.#addPath(parts.slice(0, depth).join("/"), { isFolder: true, isEntry: false });
      if (clash !== null) return clash;
    }
    return this.#addPath(parts.join("/"), { isFolder, isEntry: true });
  }

  #addPath(path: string, { isFolder, isEntry }: Omit<Known, "path">): string | null {
    const key = path.normalize("NFC").toLowerCase();
    const known = this.#known.get(key);
    if (known === undefined) {
      this.#known.set(key, { path, isFolder, isEntry });
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
