import { isRecord } from "../../util/is-record.ts";

/** What a chart shows, in a sentence: its description, else its title. */
export function labelOf(spec: Readonly<Record<string, unknown>>): string {
  if (typeof spec.description === "string") return spec.description;
  const title = isRecord(spec.title) ? spec.title.text : spec.title;
  return typeof title === "string" ? title : Array.isArray(title) ? title.join(" ") : "Chart";
}
