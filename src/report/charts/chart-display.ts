import type { Display } from "../../display/displayable.ts";
import type { MimeBundle } from "../../display/mime-bundle.ts";
import { printable } from "../../display/text/printable.ts";
import { ChartError } from "../svg/chart-error.ts";
import { drawNow } from "../svg/draw-now.ts";
import { labelOf } from "../svg/label-of.ts";
import { toSVG } from "../svg/to-svg.ts";

type Spec = Readonly<Record<string, unknown>>;

/** The versions of Vega-Lite whose MIME type notebooks know. */
const VERSION = /vega-lite\/v(\d+)/;

/** How charts are shown: notebooks draw the specification, and pages without scripts have the picture. */
export const CHART_DISPLAY: Display<Spec> = {
  name: textOf,
  text: textOf,
  bundle: (spec) => bundleOf(spec, drawNow(spec)),
  fullBundle: async (spec) => bundleOf(spec, await toSVG(spec)),
};

function textOf(spec: Spec): string {
  return `Chart: ${printable(labelOf(spec))}`;
}

function bundleOf(spec: Spec, svg: string | null): MimeBundle {
  const version = VERSION.exec(String(spec.$schema))?.[1] ?? "5";
  return {
    "text/plain": textOf(spec),
    [`application/vnd.vegalite.v${version}+json`]: jsonCopy(spec),
    ...(svg !== null && { "image/svg+xml": svg }),
  };
}

function jsonCopy(spec: Spec): Spec {
  try {
    return JSON.parse(JSON.stringify(spec)) as Spec;
  } catch (error) {
    throw new ChartError("it is not plain JSON; Number() makes a number of each bigint in its rows", {
      cause: error,
    });
  }
}
