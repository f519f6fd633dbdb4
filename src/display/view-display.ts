import type { Display } from "./displayable.ts";
import { viewHtml } from "./html/view-html.ts";
import { viewText } from "./text/view-text.ts";
import type { View } from "./view.ts";

/**
 * Shows values as HTML and as text.
 *
 * @param toView What is to be seen of a value.
 */
export function viewDisplay<T>(toView: (value: T) => View): Display<T> {
  return {
    name: (value) => toView(value).title ?? "view",
    text: (value, limits) => viewText(toView(value), limits),
    bundle(value, limits) {
      const view = toView(value);
      return { "text/plain": viewText(view, limits), "text/html": viewHtml(view, limits) };
    },
  };
}
