/** On what ground a chart is drawn. */
export type SvgTheme = "light" | "dark" | "auto";

const GROUNDS: Readonly<Record<SvgTheme, { ink: string; ground: string | null }>> = {
  light: { ink: "#1f1f1f", ground: "#ffffff" },
  dark: { ink: "#ececec", ground: "#1b1b1b" },
  // The colour of the text around an inline SVG, on whatever ground that stands.
  auto: { ink: "currentColor", ground: null },
};

/** The names of all themes. */
export const SVG_THEMES: readonly string[] = Object.keys(GROUNDS);

/** The Vega-Lite configuration of a theme: the colours of all that is not data. */
export function themeConfig(theme: SvgTheme): Record<string, unknown> {
  const { ink, ground } = GROUNDS[theme];
  return {
    background: ground,
    view: { stroke: null },
    axis: {
      ...{ labelColor: ink, titleColor: ink, domainColor: ink, tickColor: ink, gridColor: ink },
      ...{ domainOpacity: 0.5, tickOpacity: 0.5, gridOpacity: 0.12 },
    },
    legend: { labelColor: ink, titleColor: ink },
    title: { color: ink, subtitleColor: ink },
    header: { labelColor: ink, titleColor: ink },
    rule: { color: ink },
    text: { color: ink },
    tick: { color: ink },
  };
}
