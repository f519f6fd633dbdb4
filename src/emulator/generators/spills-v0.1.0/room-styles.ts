import type { Color } from "../../drawing/color.ts";

/** How the preview picture furnishes a kind of room. Lengths are metres. */
export interface RoomStyle {
  /** Colours of neighbouring floor tiles. */
  floor: readonly [Color, Color];
  /** Size of a floor tile: across the picture, into it. */
  tile: readonly [width: number, length: number];
  wall: Color;
  /** The shelves along the back wall, and what lies in them. */
  shelf: Color;
  goods: readonly Color[];
  /** Rows and columns of goods in a shelf. */
  grid: readonly [rows: number, columns: number];
  shelfWidth: number;
  /** Lowest and highest shelf. */
  shelfHeight: readonly [low: number, high: number];
}

/** The kinds of room by the first part of a scene's name. */
export const ROOM_STYLES: Readonly<Record<string, RoomStyle>> = {
  GROCERY: {
    floor: [
      [226, 222, 210],
      [212, 207, 194],
    ],
    tile: [0.5, 0.5],
    wall: [206, 214, 206],
    shelf: [240, 240, 236],
    goods: [
      [204, 60, 48],
      [236, 180, 52],
      [70, 140, 84],
      [60, 104, 176],
      [232, 228, 220],
      [170, 88, 40],
    ],
    grid: [4, 6],
    shelfWidth: 1.2,
    shelfHeight: [1.5, 1.7],
  },
  STORE: {
    floor: [
      [190, 150, 108],
      [178, 138, 98],
    ],
    tile: [0.16, 1.6],
    wall: [232, 226, 216],
    shelf: [96, 72, 54],
    goods: [
      [92, 118, 150],
      [196, 186, 170],
      [150, 70, 74],
      [60, 66, 78],
    ],
    grid: [3, 3],
    shelfWidth: 1.5,
    shelfHeight: [1.1, 1.5],
  },
  WAREHOUSE: {
    floor: [
      [168, 168, 164],
      [160, 160, 157],
    ],
    tile: [2.2, 2.2],
    wall: [120, 128, 136],
    shelf: [132, 96, 60],
    goods: [
      [196, 152, 104],
      [184, 138, 90],
      [206, 166, 120],
    ],
    grid: [2, 2],
    shelfWidth: 1,
    shelfHeight: [0.7, 2],
  },
  HOSPITAL: {
    floor: [
      [200, 216, 214],
      [188, 206, 205],
    ],
    tile: [0.9, 0.9],
    wall: [228, 236, 236],
    shelf: [150, 172, 176],
    goods: [
      [246, 248, 248],
      [236, 242, 242],
    ],
    grid: [2, 2],
    shelfWidth: 1.1,
    shelfHeight: [0.9, 0.95],
  },
};
