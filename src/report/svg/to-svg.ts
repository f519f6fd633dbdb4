import { checkOptionNames } from "../../util/check-option-names.ts";
import { isRecord } from "../../util/is-record.ts";
import { ChartError } from "./chart-error.ts";
import { findAddress } from "./find-address.ts";
import { finishSvg } from "./finish-svg.ts";
import { inlineLoader } from "./inline-loader.ts";
import { labelOf } from "./label-of.ts";
import { loadVega, type Vega } from "./load-vega.ts";
import { makeView } from "./make-view.ts";
import { silentLogger } from "./silent-logger.ts";
import { SVG_THEMES, type SvgTheme } from "./svg-theme.ts";
import { themedCopy } from "./themed-copy.ts";
import { withTextWidths } from "./with-text-widths.ts";

/** Options of {@link toSVG}. */
export interface ToSVGOptions {
  /**
   * `light` and `dark` have a ground of their own; `auto` has none, and its text and axes take the colour of the text
   * around them, which suits an SVG inside a page that may be dark.
   * @default "light"
   */
  theme?: SvgTheme;
  /**
   * What the identifiers inside the SVG start with; they must differ among all SVGs in one page.
   * @default a hash of the picture
   */
  idPrefix?: string;
  /** Is told what Vega finds odd in the specification. By default nobody is. */
  onWarning?: (message: string) => void;
}

/**
 * Draws a Vega-Lite specification as SVG, without a browser: the same text on every machine. Only data inside the
 * specification is drawn; nothing is ever fetched or read. A `config` of the specification goes before the theme.
 *
 * @param spec A Vega-Lite specification, such as the chart functions give.
 * @returns The SVG element, labelled by the specification's `description` or else its title for screen readers.
 * @throws {TypeError} When an option is unknown or has no such value.
 * @throws {ChartError} When the specification is faulty, or names data or pictures outside it.
 *
 * @example
 * ```ts
 * const spec = {
 *   data: { values: [{ scene: "GYM", jobs: 7 }, { scene: "BEDROOM", jobs: 3 }] },
 *   mark: "bar",
 *   encoding: { x: { field: "jobs", type: "quantitative" }, y: { field: "scene" } },
 * };
 * const svg = await toSVG(spec, { theme: "dark" });
 * svg.startsWith("<svg"); // true
 * ```
 */
export async function toSVG(
  spec: Readonly<Record<string, unknown>>,
  options: ToSVGOptions = {},
): Promise<string> {
  checkOptionNames(options, ["theme", "idPrefix", "onWarning"]);
  const { theme = "light", idPrefix, onWarning } = options;
  if (!SVG_THEMES.includes(theme)) {
    throw new TypeError(`The option "theme" must be one of ${SVG_THEMES.join(", ")}, got ${String(theme)}`);
  }
  if (idPrefix !== undefined && !/^[A-Za-z][\w-]*$/.test(idPrefix)) {
    throw new TypeError(
      `The option "idPrefix" must be letters, digits, - and _ after a letter, got "${idPrefix}"`,
    );
  }
  if (!isRecord(spec))
    throw new TypeError("A chart must be an object, the JSON of a Vega-Lite specification");
  const address = findAddress(spec);
  if (address !== null) throw outside(address);
  const svg = await render(await loadVega(), themedCopy(spec, theme), onWarning);
  return finishSvg(svg, { label: labelOf(spec), idPrefix });
}

async function render(loaded: Vega, spec: object, onWarning: ToSVGOptions["onWarning"]): Promise<string> {
  const errors: string[] = [];
  const logger = silentLogger({ onWarning, onError: (message) => void errors.push(message) });
  const { loader, refused } = inlineLoader();
  const svg = await withTextWidths(loaded.vega, async () => {
    try {
      const view = makeView(loaded, spec, { loader, logger });
      try {
        return await view.toSVG();
      } finally {
        view.finalize();
      }
    } catch (error) {
      throw new ChartError(error instanceof Error ? error.message : String(error), { cause: error });
    }
  });
  if (refused[0] !== undefined) throw outside(refused[0]);
  if (errors[0] !== undefined) throw new ChartError(errors[0]);
  return svg;
}

function outside(address: string): ChartError {
  const shown = address.length > 200 ? `${address.slice(0, 200)}…` : address;
  return new ChartError(
    `it asks for "${shown}", which is outside the specification; put the rows into data.values, ` +
      "and pictures into data: addresses (PNG, JPEG, GIF or WebP)",
  );
}
