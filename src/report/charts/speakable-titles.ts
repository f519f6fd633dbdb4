import { isRecord } from "../../util/is-record.ts";

/**
 * A view whose titles have no backslashes and line breaks: Vega-Lite writes titles into expressions, for tooltips and
 * screen readers, and there quotes nothing but quotation marks. A backslash becomes the sign `∖`.
 */
export function speakableTitles(view: unknown): unknown {
  if (Array.isArray(view)) return view.map(speakableTitles);
  if (!isRecord(view)) return view;
  return Object.fromEntries(
    Object.entries(view).map(([name, part]) => {
      if (name === "values") return [name, part];
      if (name === "title" && typeof part === "string") return [name, speakable(part)];
      return [name, speakableTitles(part)];
    }),
  );
}

function speakable(title: string): string {
  return title.replaceAll("\\", "∖").replace(/[\r\n\u2028\u2029]+/g, " ");
}
