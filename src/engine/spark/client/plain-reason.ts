/**
 * A message of Spark without what it repeats: the query with a line of carets below the fault, the tree of the plan, and
 * the places in the server's own code.
 */
export function plainReason(message: string): string {
  const text = message
    .replace(/\n+== (SQL|DataFrame)\b[^\n]*==\n[\s\S]*$/, "")
    .replace(/(; line \d+ pos \d+);\n[\s\S]*$/, "$1")
    .replace(/\n+(JVM stacktrace:|Driver stacktrace:|\s+at [\w.$]+\()[\s\S]*$/, "")
    .replace(/;\n'?[A-Z]\w+[^\n]*\n(?:[ :]*\+- )[\s\S]*$/, "")
    .trim();
  return text === "" ? "Spark gives no reason" : text;
}
