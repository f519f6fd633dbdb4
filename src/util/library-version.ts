/** The version of this package, as `package.json` has it; written into the files that it makes. */
export const LIBRARY_VERSION = "0.1.0";
