import { formatTimestamp } from "../store/timestamp.ts";
import { type Html, html } from "./html.ts";

/** A time of the server's clock, to the second. */
export function timeElement(epochMs: number): Html {
  const stamp = formatTimestamp(epochMs);
  return html`<time datetime="${stamp}">${stamp.slice(0, 19).replace("T", " ")} UTC</time>`;
}
