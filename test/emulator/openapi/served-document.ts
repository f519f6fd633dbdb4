import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { createEmulator } from "../../../src/emulator/index.ts";
import type { Loose } from "../client.ts";

/** The OpenAPI document that an emulator serves. */
export const DOCUMENT: Loose = await (
  await createEmulator().fetch(new Request("http://emulator.test/api/schema/"))
).json();

// The document is more than a schema, so words that JSON Schema does not know are expected.
const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);
ajv.addSchema(DOCUMENT, "document");

/** What is wrong with a value by the schema at a place in the document; null where nothing is. */
export function schemaProblems(place: readonly string[], value: unknown): string | null {
  const pointer = place.map((part) => encodeURIComponent(part.replaceAll("~", "~0").replaceAll("/", "~1")));
  const validate = ajv.getSchema(`document#/${pointer.join("/")}`);
  if (!validate) throw new Error(`The document has no schema at ${place.join(" ")}`);
  return validate(value) ? null : ajv.errorsText(validate.errors);
}

/** What is wrong with a response by the document; null where nothing is. */
export async function responseProblems(
  response: Response,
  { path, method }: { path: string; method: string },
): Promise<string | null> {
  const place = ["paths", path, method, "responses", String(response.status)];
  const { headers = {}, content } = DOCUMENT.paths[path][method].responses[response.status];
  for (const name of Object.keys(headers)) {
    const problems = schemaProblems([...place, "headers", name, "schema"], response.headers.get(name));
    if (problems !== null) return `${name}: ${problems}`;
  }
  if (!content) return null;
  const type = response.headers.get("Content-Type")?.split(";")[0] ?? "none";
  if (!content[type]) return `content of type ${type}, not ${Object.keys(content)}`;
  if (type !== "application/json") return (await response.arrayBuffer()).byteLength > 0 ? null : "no content";
  const body = await response.json();
  return content[type].schema ? schemaProblems([...place, "content", type, "schema"], body) : null;
}
