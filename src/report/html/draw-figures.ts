import type { ReportSettings } from "../data/report-settings.ts";
import type { FigureBlock, Section } from "../document/block.ts";
import { toSVG } from "../svg/to-svg.ts";

/** An SVG for each chart of a report, to stand in one page. */
export async function drawFigures(
  sections: readonly Section[],
  { tell }: Pick<ReportSettings, "tell">,
): Promise<Map<FigureBlock, string>> {
  const figures = sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === "figure"));
  const images = new Map<FigureBlock, string>();
  for (const [index, figure] of figures.entries()) {
    tell("drawing", index, figures.length);
    if (figure.spec === null) continue;
    const svg = await toSVG(figure.spec, { theme: "auto", idPrefix: `f${index + 1}` });
    // Inside HTML an SVG needs no namespaces, and the file names no address at all.
    images.set(figure, svg.replace(/ xmlns(:\w+)?="[^"]*"/g, ""));
  }
  if (figures.length > 0) tell("drawing", figures.length, figures.length);
  return images;
}
