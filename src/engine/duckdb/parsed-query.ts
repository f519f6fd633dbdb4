/** What a query's syntax tells before it is run. */
export interface ParsedQuery {
  /** The tables that it names, in lower case; common table expressions are among them. */
  readonly tables: ReadonlySet<string>;
  /** The functions that it calls in place of tables, in lower case. */
  readonly tableFunctions: ReadonlySet<string>;
}

/** The tables and table functions in a query's syntax tree, as DuckDB gives it. */
export function parsedQuery(tree: unknown): ParsedQuery {
  const tables = new Set<string>();
  const tableFunctions = new Set<string>();
  function visit(node: unknown): void {
    if (typeof node !== "object" || node === null) return;
    const { type, table_name: table, function: call } = node as Record<string, unknown>;
    if ((type === "BASE_TABLE" || type === "SHOW_REF") && typeof table === "string" && table !== "") {
      tables.add(table.toLowerCase());
    }
    if (type === "TABLE_FUNCTION") tableFunctions.add(nameOf(call));
    for (const child of Object.values(node)) visit(child);
  }
  visit(tree);
  return { tables, tableFunctions };
}

function nameOf(call: unknown): string {
  const name =
    typeof call === "object" && call !== null && "function_name" in call ? call.function_name : null;
  return String(name).toLowerCase();
}
