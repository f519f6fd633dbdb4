/**
 * A share as text: `98 %`, `2.5 %`. Only a share of exactly 0 or 1 is shown as `0 %` or `100 %`.
 *
 * @param share 0 to 1.
 */
export function percent(share: number): string {
  const hundredths = share * 100;
  if (share > 0 && hundredths < 0.1) return "less than 0.1 %";
  if (share < 1 && hundredths > 99.9) return "more than 99.9 %";
  const rounded = Math.round(hundredths * 10) / 10;
  return `${rounded >= 10 && rounded <= 90 ? Math.round(rounded) : rounded} %`;
}
