import { type Html, html } from "./html.ts";

/** How often a page loads itself again while jobs are in progress. */
export const REFRESH_SECONDS = 2;

/** Says that the page keeps itself up to date, and lets the reader stop that. */
export function refreshLink({ page, refreshing }: { page: number; refreshing: boolean }): Html {
  return refreshing
    ? html`<p class="note">Jobs are in progress: this page follows them. <a href="?page=${page}&amp;refresh=no">Stop following</a></p>`
    : html`<p class="note">Jobs are in progress. <a href="?page=${page}">Follow them</a></p>`;
}
