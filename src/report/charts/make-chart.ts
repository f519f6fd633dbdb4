import { displayable } from "../../display/displayable.ts";
import { CHART_DISPLAY } from "./chart-display.ts";
import type { ChartOptions } from "./chart-options.ts";
import type { ChartSpec, View } from "./chart-spec.ts";
import { emptyView } from "./empty-view.ts";
import { speakableTitles } from "./speakable-titles.ts";
import { CHART_CONFIG } from "./theme.ts";

/** Notebooks know this version of Vega-Lite; the specifications are valid in the next one, too. */
const SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json";

/** What a chart is made of. */
export interface ChartParts {
  options: ChartOptions;
  /** The sentence for those who cannot see the chart, where the options have none. */
  description: string;
  /** What was left out, to stand below the title. */
  note?: string | null;
  /** Null where there is nothing to draw. */
  view: View | null;
}

/** A view as a whole specification, which shows itself in notebooks. */
export function makeChart({ options, description, note = null, view }: ChartParts): ChartSpec {
  const { title } = options;
  const lines = { ...(title !== undefined && { text: title }), ...(note !== null && { subtitle: note }) };
  const heading = title === undefined && note === null ? {} : { title: { text: "", ...lines } };
  const spec: ChartSpec = {
    $schema: SCHEMA,
    description: options.description ?? (note === null ? description : `${description} ${note}.`),
    ...heading,
    ...(speakableTitles(view ?? emptyView("No data")) as View),
    config: CHART_CONFIG,
  };
  displayable(spec, CHART_DISPLAY);
  return spec;
}
