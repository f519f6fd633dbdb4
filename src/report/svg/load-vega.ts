/** The packages that draw charts. */
export interface Vega {
  readonly vega: typeof import("vega");
  readonly vegaLite: typeof import("vega-lite");
}

let loading: Promise<Vega> | undefined;
let loaded: Vega | null = null;

/** Loads what draws charts, on first use: it is large, and nothing but drawing needs it. */
export function loadVega(): Promise<Vega> {
  loading ??= Promise.all([import("vega"), import("vega-lite")]).then(([vega, vegaLite]) => {
    loaded = { vega, vegaLite };
    return loaded;
  });
  return loading;
}

/** What draws charts, where it is loaded. */
export function loadedVega(): Vega | null {
  return loaded;
}
