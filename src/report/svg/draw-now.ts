import type { View } from "vega";
import { findAddress } from "./find-address.ts";
import { finishSvg } from "./finish-svg.ts";
import { inlineLoader } from "./inline-loader.ts";
import { labelOf } from "./label-of.ts";
import { loadedVega } from "./load-vega.ts";
import { makeView } from "./make-view.ts";
import { silentLogger } from "./silent-logger.ts";
import { themedCopy } from "./themed-copy.ts";
import { useTextWidths } from "./with-text-widths.ts";

/** The size of the whole picture less its padding; Vega's types leave it out. */
interface Sized {
  _viewWidth: number;
  _viewHeight: number;
}

/** What Vega draws SVG with; its types leave it out. */
interface SvgRenderer {
  initialize(element: null, width: number, height: number, origin: readonly [number, number]): this;
  background(color: string): this;
  render(scene: unknown): this;
  svg(): string | null;
}

interface Drawing {
  SVGStringRenderer: new (loader: object) => SvgRenderer;
}

/**
 * Draws a chart without waiting, as tslab must have it for a cell's last value.
 *
 * @returns What `toSVG` gives; null where Vega is not loaded yet, and where a chart cannot be drawn or has pictures in
 * it, which take time.
 */
export function drawNow(spec: Readonly<Record<string, unknown>>): string | null {
  const loaded = loadedVega();
  if (loaded === null || findAddress(spec) !== null) return null;
  const errors: string[] = [];
  const logger = silentLogger({ onError: (message) => void errors.push(message) });
  const { loader } = inlineLoader();
  const restore = useTextWidths(loaded.vega);
  try {
    if (JSON.stringify(spec).includes("data:image/")) return null;
    const view = makeView(loaded, themedCopy(spec, "light"), { loader, logger });
    try {
      const { SVGStringRenderer } = loaded.vega as unknown as Drawing;
      const svg = rendered(view.run(), new SVGStringRenderer(loader));
      return svg === null || errors.length > 0 ? null : finishSvg(svg, { label: labelOf(spec) });
    } finally {
      view.finalize();
    }
  } catch {
    return null;
  } finally {
    restore();
  }
}

function rendered(view: View, renderer: SvgRenderer): string | null {
  const { left = 0, right = 0, top = 0, bottom = 0 } = view.padding() as Record<string, number>;
  const { _viewWidth: width, _viewHeight: height } = view as unknown as Sized;
  const [x = 0, y = 0] = view.origin();
  const { root } = view.scenegraph() as unknown as { root: unknown };
  return renderer
    .initialize(null, width + left + right, height + top + bottom, [left + x, top + y])
    .background(view.background())
    .render(root)
    .svg();
}
