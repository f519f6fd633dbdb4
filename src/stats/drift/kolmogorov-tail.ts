/**
 * The chance that Kolmogorov's limit distribution exceeds a number (Kolmogorov 1933), by whichever of its two series
 * converges fast.
 */
export function kolmogorovTail(lambda: number): number {
  if (lambda <= 0) return 1;
  let sum = 0;
  if (lambda < 1) {
    for (let k = 1; k <= 9; k += 2) sum += Math.exp(-((k * Math.PI) ** 2) / (8 * lambda * lambda));
    return Math.min(1, Math.max(0, 1 - (Math.sqrt(2 * Math.PI) / lambda) * sum));
  }
  for (let k = 1; k <= 6; k++) sum += (k % 2 === 1 ? 1 : -1) * Math.exp(-2 * k * k * lambda * lambda);
  return Math.min(1, 2 * sum);
}
