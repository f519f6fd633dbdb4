import { makeRandom } from "../../random/make-random.ts";
import { uniform } from "../../random/uniform.ts";

const CORNERS = 64;

/** Waves around the rim. Two would stretch the spill, which is for its aspect ratio to do. */
const WAVES = [3, 4, 5, 6, 7, 8];

/**
 * Points of a rim around the origin, at equal angles. More irregular ones have deeper bays; the area is
 * always that of the unit circle.
 */
export function rimProfile(seed: number, irregularity: number): [x: number, y: number][] {
  const random = makeRandom("spill profile", seed);
  const waves = WAVES.map((count) => ({
    count,
    size: uniform(random, [0.3, 1]) / count,
    phase: uniform(random, [0, 2 * Math.PI]),
  }));
  // The waves together stay below 1, so that the rim never crosses the centre.
  const total = waves.reduce((sum, { size }) => sum + size, 0);
  const step = (2 * Math.PI) / CORNERS;
  const distances = Array.from({ length: CORNERS }, (_, corner) => {
    const bumps = waves.map(({ count, size, phase }) => size * Math.cos(count * step * corner + phase));
    return 1 + (0.65 * irregularity * bumps.reduce((sum, bump) => sum + bump, 0)) / total;
  });
  const products = distances.map((distance, i) => distance * (distances[(i + 1) % CORNERS] ?? 0));
  const area = (Math.sin(step) / 2) * products.reduce((sum, product) => sum + product, 0);
  const scale = Math.sqrt(Math.PI / area);
  return distances.map((distance, corner) => [
    scale * distance * Math.cos(step * corner),
    scale * distance * Math.sin(step * corner),
  ]);
}
