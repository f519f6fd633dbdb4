/** What may separate the cells of a CSV file, the likeliest first. */
const DELIMITERS = [",", ";", "\t"] as const;

/** The separator of a CSV text's cells, as its header shows: a comma if there is one, else a semicolon or a tab. */
export function csvDelimiter(text: string): string {
  const found = new Set<string>();
  let isQuoted = false;
  for (const character of text) {
    if (character === '"') isQuoted = !isQuoted;
    else if (!isQuoted && (character === "\n" || character === "\r")) break;
    else if (!isQuoted) found.add(character);
  }
  return DELIMITERS.find((delimiter) => found.has(delimiter)) ?? ",";
}
