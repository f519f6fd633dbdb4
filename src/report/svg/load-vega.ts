/** The packages that draw charts. */
export interface Vega {
  readonly vega: typeof import("vega");
  readonly vegaLite: typeof import("vega-lite");
}

let loaded: Promise<Vega> | undefined;

/** Loads what draws charts, on first use: it is large, and nothing but drawing needs it. */
export function loadVega(): Promise<Vega> {
  loaded ??= Promise.all([import("vega"), import("vega-lite")]).then(([vega, vegaLite]) => ({
    vega,
    vegaLite,
  }));
  return loaded;
}
