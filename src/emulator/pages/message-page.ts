import { type Html, html } from "./html.ts";
import { layout } from "./layout.ts";

/** A page that says why there is no other. */
export function messagePage(title: string, message: string): Html {
  return layout({ title, back: html`<a href="/">All batches</a>`, body: html`<p>${message}</p>` });
}
