import type { Color } from "../../drawing/color.ts";
import type { Vec3 } from "../../geometry/vec3.ts";
import { makeRandom } from "../../random/make-random.ts";
import { drawShelf } from "./draw-shelf.ts";
import type { Picture } from "./picture.ts";
import type { Room } from "./room.ts";
import { ROOM_STYLES, type RoomStyle } from "./room-styles.ts";
import { shade } from "./shade.ts";

/** How far behind the fronts of its shelves a room's back wall is, in metres. */
const SHELF_DEPTH = 0.6;

/** How wide the joints between floor tiles are, in metres. */
const JOINT = 0.012;

/** The three visible walls, up to the camera's height and so beyond the top of the picture. */
function drawWalls(picture: Picture, { camera, left, right, back }: Room, color: Color): void {
  const [wall, top] = [back + SHELF_DEPTH, camera.location[2]];
  const side = (x: number): Vec3[] => [
    [x, 0.1, 0],
    [x, wall, 0],
    [x, wall, top],
    [x, 0.1, top],
  ];
  picture.fill(
    [
      [left, wall, 0],
      [right, wall, 0],
      [right, wall, top],
      [left, wall, top],
    ],
    color,
  );
  picture.fill(side(left), shade(color, 0.9));
  picture.fill(side(right), shade(color, 0.95));
}

function floorPart([x0, x1]: readonly [number, number], [y0, y1]: readonly [number, number]): Vec3[] {
  return [
    [x0, y0, 0],
    [x1, y0, 0],
    [x1, y1, 0],
    [x0, y1, 0],
  ];
}

/** The floor as tiles or boards; every second column is moved by half a tile where they are longer than wide. */
function drawFloor(picture: Picture, { left, right, back }: Room, { floor, tile }: RoomStyle): void {
  const [width, length] = tile;
  picture.fill(floorPart([left, right], [0.1, back]), shade(floor[0], 0.78));
  for (let column = 0; left + column * width < right; column++) {
    const x = left + column * width;
    const start = length > width ? -length * ((column * 0.37) % 1) : 0;
    for (let row = 0; start + row * length < back; row++) {
      const y = Math.max(0.1, start + row * length);
      const end = Math.min(back, start + (row + 1) * length - JOINT);
      if (end <= y) continue;
      picture.fill(
        floorPart([x, Math.min(right, x + width - JOINT)], [y, end]),
        floor[(column + row) % 2 === 0 ? 0 : 1],
      );
    }
  }
}

/** Draws the walls, the floor and the shelves along the back wall of a scene. */
export function drawRoom(picture: Picture, room: Room, scene: string): void {
  const style = ROOM_STYLES[scene.split("_")[0] ?? ""] ?? ROOM_STYLES.STORE;
  if (!style) return;
  drawWalls(picture, room, style.wall);
  drawFloor(picture, room, style);
  const count = Math.ceil((room.right - room.left) / style.shelfWidth);
  const width = (room.right - room.left) / count;
  const middles = Array.from({ length: count }, (_, i) => room.left + (i + 0.5) * width);
  // From the sides to the middle, because a shelf hides what is on the far side of it.
  const random = makeRandom("spill shelves", scene);
  for (const x of middles.sort((a, b) => Math.abs(b) - Math.abs(a))) {
    drawShelf(
      picture,
      { x: [x - width / 2, x + width / 2], y: [room.back, room.back + SHELF_DEPTH] },
      { style, random },
    );
  }
}
