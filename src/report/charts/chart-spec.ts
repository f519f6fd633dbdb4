/**
 * A chart as the plain JSON of a Vega-Lite specification: notebooks show it by the MIME type
 * `application/vnd.vegalite.v5+json`, web pages by vega-embed, and `toSVG` draws it. Its data is inside.
 */
export interface ChartSpec {
  readonly $schema: string;
  /** What the chart shows, in a sentence, for those who cannot see it. */
  readonly description: string;
  /** Everything else that Vega-Lite knows. */
  readonly [name: string]: unknown;
}

/** A part of a specification: a view, a layer, an encoding. */
export type View = Readonly<Record<string, unknown>>;
