import type { Vec3 } from "../../geometry/vec3.ts";
import type { Random } from "../../random/make-random.ts";
import { uniform } from "../../random/uniform.ts";
import type { Picture } from "./picture.ts";
import type { RoomStyle } from "./room-styles.ts";
import { shade } from "./shade.ts";

type Span = readonly [from: number, to: number];

/** How much of its place in the shelf a good leaves free at each side. */
const GAP = 0.06;

function front(y: number, [x0, x1]: Span, [z0, z1]: Span): Vec3[] {
  return [
    [x0, y, z0],
    [x1, y, z0],
    [x1, y, z1],
    [x0, y, z1],
  ];
}

/** Draws a block of goods on the floor, seen from the room's middle: its front, its top and its inner side. */
export function drawShelf(
  picture: Picture,
  { x: [x0, x1], y: [y0, y1] }: { x: Span; y: Span },
  { style, random }: { style: RoomStyle; random: Random },
): void {
  const height = uniform(random, style.shelfHeight);
  const inner = x0 > 0 ? x0 : x1;
  picture.fill(
    [
      [inner, y0, 0],
      [inner, y1, 0],
      [inner, y1, height],
      [inner, y0, height],
    ],
    shade(style.shelf, 0.7),
  );
  picture.fill(
    [
      [x0, y0, height],
      [x1, y0, height],
      [x1, y1, height],
      [x0, y1, height],
    ],
    shade(style.shelf, 1.1),
  );
  picture.fill(front(y0, [x0, x1], [0, height]), shade(style.shelf, 0.82));
  const [rows, columns] = style.grid;
  const [wide, high] = [(x1 - x0) / columns, height / rows];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const goods = style.goods[Math.floor(random() * style.goods.length)] ?? style.shelf;
      const x: Span = [x0 + (column + GAP) * wide, x0 + (column + 1 - GAP) * wide];
      const z: Span = [(row + GAP) * high, (row + uniform(random, [0.8, 1 - GAP])) * high];
      picture.fill(front(y0, x, z), goods);
    }
  }
}
