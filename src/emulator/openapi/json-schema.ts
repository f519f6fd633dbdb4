/** A JSON Schema, as JSON. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** Refers to a schema of the document's components. */
export function schemaReference(name: string): JsonSchema {
  return { $ref: `#/components/schemas/${name}` };
}
