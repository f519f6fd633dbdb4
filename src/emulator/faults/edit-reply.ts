import { editJson } from "./edit-json.ts";
import type { Fault } from "./fault.ts";

/** The headers with some of them set, or taken away by null. */
export function editHeaders(headers: Headers, edits: Fault["headers"] = {}): Headers {
  const edited = new Headers(headers);
  for (const [name, value] of Object.entries(edits)) {
    if (value === null) edited.delete(name);
    else edited.set(name, value);
  }
  return edited;
}

/** Makes the changes of a fault to an answer's headers and JSON; its bytes are still whole. */
export async function editReply(
  response: Response,
  { headers, clockSkewMs, json, noLength }: Fault,
  nowMs: number,
): Promise<Response> {
  const { status } = response;
  const edited = new Headers(response.headers);
  let body: BodyInit | null = response.body;
  if (json && edited.get("Content-Type")?.startsWith("application/json")) {
    const value = json.reduce((now, edit) => editJson(now, edit, nowMs), (await response.json()) as unknown);
    const bytes = new TextEncoder().encode(JSON.stringify(value));
    edited.set("Content-Length", String(bytes.length));
    body = bytes;
  }
  if (clockSkewMs !== undefined) edited.set("Date", new Date(nowMs + clockSkewMs).toUTCString());
  if (noLength) {
    edited.delete("Content-Length");
    edited.set("Connection", "close");
  }
  return new Response(body, { status, headers: editHeaders(edited, headers) });
}
