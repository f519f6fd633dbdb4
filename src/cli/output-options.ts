/** Options of all commands that have results for machines. */
export const OUTPUT_OPTIONS = {
  json: { type: "boolean", help: "print one JSON document to stdout" },
  quiet: { type: "boolean", help: "no progress on stderr" },
} as const;
