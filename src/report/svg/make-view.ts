import type { Loader, LoggerInterface, View } from "vega";
import type { Vega } from "./load-vega.ts";

/** What a view is made with. */
export interface MakeViewOptions {
  loader: Loader;
  logger: LoggerInterface;
}

/** Compiles a Vega-Lite specification to a view without a page. Vega writes into the rows of its data. */
export function makeView({ vega, vegaLite }: Vega, spec: object, { loader, logger }: MakeViewOptions): View {
  const compiled = vegaLite.compile(spec as Parameters<typeof vegaLite.compile>[0], { logger }).spec;
  return new vega.View(vega.parse(compiled), { renderer: "none", loader, logger });
}
