/** What the library calls its options, and what stands for it on the command line. */
export const OPTION_WORDS: readonly (readonly [string, string])[] = [
  ["{ force: true }", "--force"],
  ["{ fromZips: true }", "--from-zips"],
  ["{ externalAccess: true }", "--external-access"],
  ['the option "outcome"', "--outcome"],
  ['the option "factors"', "--factor"],
  ['the option "pairedBy"', "--paired-by"],
  ['the option "by"', "--by"],
  ['{ compression: "snappy" }', "--compression snappy"],
  [', install DuckDB and pass { engine: "native" },', ", install DuckDB,"],
  [', or use what works without it (Parquet files with { engine: "js" })', "; only queries need it"],
  [
    "Here these are options of the call: memoryLimit gives it more memory, fewer threads need less",
    "--memory gives it more",
  ],
];

/** A message of the library, with options called as on the command line. */
export function optionWords(message: string): string {
  return OPTION_WORDS.reduce((text, [name, word]) => text.replaceAll(name, word), message);
}
