import { isRecord } from "../../util/is-record.ts";
import { ChartError } from "./chart-error.ts";
import { mergeConfig } from "./merge-config.ts";
import { type SvgTheme, themeConfig } from "./svg-theme.ts";

/** A specification with the colours of a theme. It is a copy, because Vega writes into the rows of data. */
export function themedCopy(
  spec: Readonly<Record<string, unknown>>,
  theme: SvgTheme,
): Readonly<Record<string, unknown>> {
  const config = mergeConfig(themeConfig(theme), isRecord(spec.config) ? spec.config : {});
  try {
    return { ...structuredClone({ ...spec }), config };
  } catch (error) {
    throw new ChartError("it is not plain JSON", { cause: error });
  }
}
