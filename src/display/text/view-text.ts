import { visible } from "../../util/visible.ts";
import { tableWindow } from "../table-window.ts";
import type { TableLimits, View, ViewPart } from "../view.ts";
import { printable } from "./printable.ts";
import { fitProgress } from "./progress-text.ts";
import { tableText } from "./table-text.ts";
import { textTable } from "./text-table.ts";

const WIDTH = 80;

/** A view as text. */
export function viewText({ title, parts }: View, limits: TableLimits = {}): string {
  return [title === null ? null : printable(title), ...parts.map((part) => partText(part, limits))]
    .filter((text) => text !== null)
    .join("\n");
}

function partText(part: ViewPart, limits: TableLimits): string {
  switch (part.kind) {
    case "text":
    case "page":
      return visible(part.text);
    case "facts":
      return textTable(part.facts, { indent: "  " });
    case "progress":
      return visible(fitProgress(part.progress, WIDTH));
    case "table":
      return tableText(tableWindow(part.table, { ...part.limits, ...limits }), part.caption);
    case "pictures":
      return part.pictures.map(({ caption }) => `[picture] ${printable(caption)}`).join("\n");
  }
}
