import { type Html, html } from "./html.ts";

/** One page of a long list. */
export interface Page<T> {
  items: T[];
  /** The place of the first item in the whole list, from 0. */
  offset: number;
  page: number;
  pages: number;
}

/** Takes the page that was asked for from a list, or the nearest that there is. */
export function takePage<T>(
  list: readonly T[],
  { asked, size }: { asked: string | undefined; size: number },
): Page<T> {
  const pages = Math.max(1, Math.ceil(list.length / size));
  const wanted = /^\d+$/.test(asked ?? "") ? Number(asked) : 1;
  const page = Math.min(Math.max(wanted, 1), pages);
  const offset = (page - 1) * size;
  return { items: list.slice(offset, offset + size), offset, page, pages };
}

/** Links to the pages before and after; nothing where there is only one. */
export function pagerLinks({ page, pages }: Page<unknown>, noun: string): Html | null {
  if (pages === 1) return null;
  return html`<nav class="pager" aria-label="Pages of ${noun}">
${page > 1 && html`<a rel="prev" href="?page=${page - 1}">Previous</a>`}
<span>Page ${page} of ${pages}</span>
${page < pages && html`<a rel="next" href="?page=${page + 1}">Next</a>`}
</nav>`;
}
