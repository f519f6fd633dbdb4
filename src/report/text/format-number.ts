const DIGITS = 4;
const LARGE = 1e9;
const SMALL = 1e-4;

/**
 * A number as a report shows it: whole numbers with commas, others with four digits that count, very large and very
 * small ones with an exponent (`1.234e-7`). The same on every machine, whatever its language.
 */
export function formatNumber(value: number): string {
  if (Number.isNaN(value)) return "–";
  if (!Number.isFinite(value)) return value > 0 ? "∞" : "−∞";
  const size = Math.abs(value);
  if (size >= LARGE || (size > 0 && size < SMALL)) return withMinus(exponential(value));
  if (Number.isInteger(value)) return withMinus(grouped(String(value)));
  const text =
    size >= 10 ** (DIGITS - 1) ? value.toFixed(0) : trimmed(Number(value.toPrecision(DIGITS)).toFixed(8));
  return withMinus(grouped(text));
}

/** A share of 1 as a percentage with at most one place: `12.5 %`, with a blank that does not break. */
export function formatShare(value: number): string {
  if (!Number.isFinite(value)) return formatNumber(value);
  const percent = 100 * value;
  if (percent > 0 && percent < 0.05) return "< 0.1\u00a0%";
  if (percent > 99.95 && percent < 100) return "> 99.9\u00a0%";
  return `${withMinus(trimmed(percent.toFixed(1)))}\u00a0%`;
}

/** A p-value with three places: `0.012`, `< 0.001`. */
export function formatPValue(value: number): string {
  if (!Number.isFinite(value)) return formatNumber(value);
  return value < 0.001 ? "< 0.001" : value.toFixed(3);
}

function exponential(value: number): string {
  const [digits = "", exponent = ""] = value.toExponential(DIGITS - 1).split("e");
  return `${trimmed(digits)}e${exponent.replace("+", "")}`;
}

function trimmed(text: string): string {
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}

function grouped(text: string): string {
  const [whole = "", places] = text.split(".");
  const commas = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return places === undefined ? commas : `${commas}.${places}`;
}

/** A minus sign is as wide as a plus, and no line ends behind it. */
function withMinus(text: string): string {
  return text === "-0" ? "0" : text.replace(/^-/, "−");
}
