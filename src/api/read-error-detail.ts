import { redact } from "../util/redact.ts";

const LONGEST = 2000;

/** What an error reply says: the `detail` of a JSON body, else the start of its text; without secrets. */
export function readErrorDetail(
  { text, type }: { text: string; type: string | null },
  token: string,
): string {
  let detail: unknown = text;
  try {
    const body: unknown = JSON.parse(text);
    detail = typeof body === "object" && body !== null && "detail" in body ? body.detail : body;
  } catch {
    if (/^\s*</.test(text)) detail = `(a page of type ${type ?? "unknown"})`;
  }
  const said = redact(typeof detail === "string" ? detail : JSON.stringify(detail), token);
  return said.length > LONGEST ? `${said.slice(0, LONGEST)}…` : said;
}
