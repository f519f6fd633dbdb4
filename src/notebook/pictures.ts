import { displayable } from "../display/displayable.ts";
import type { ViewPicture } from "../display/view.ts";
import { viewDisplay } from "../display/view-display.ts";
import { checkOptionNames } from "../util/check-option-names.ts";
import { pictureAddress } from "./picture-address.ts";

/** A picture for {@link pictures}. */
export interface Picture {
  /** A path, a `data:`, `https:` or `http:` address, or the bytes of a PNG, JPEG, GIF or WebP file. */
  readonly src: string | Uint8Array;
  /** What is written below it. @default nothing */
  readonly caption?: string;
}

/** Options of {@link pictures}. */
export interface PicturesOptions {
  /** How many pictures stand side by side. @default 4 */
  columns?: number;
}

/**
 * Pictures in rows, which show themselves in notebooks. Made by {@link pictures}.
 *
 * @example
 * ```ts
 * const png = "data:image/png;base64,iVBORw0KGgo=";
 * const grid = await pictures([{ src: png, caption: "before" }, { src: png, caption: "after" }], { columns: 2 });
 * grid.columns; // 2
 * grid.pictures.map(({ caption }) => caption); // ["before", "after"]
 * ```
 */
export class PictureGrid {
  /** The pictures, inside the page where they were files. */
  readonly pictures: readonly ViewPicture[];
  /** How many stand side by side. */
  readonly columns: number;

  constructor(pictures: readonly ViewPicture[], columns: number) {
    this.pictures = pictures;
    this.columns = columns;
  }
}

displayable(
  PictureGrid.prototype,
  viewDisplay(({ pictures, columns }: PictureGrid) => ({
    title: null,
    parts: [{ kind: "pictures", pictures, columns }],
  })),
);

/**
 * Puts pictures side by side, for a notebook: the previews of a batch, for example.
 *
 * @throws {TypeError} When a picture is not PNG, JPEG, GIF or WebP.
 * @throws {RangeError} When `columns` is not a whole number of 1 or more.
 * @example
 * ```ts
 * const previews = await session.submit([{ camera_height: 0.5 }, { camera_height: 2 }], { isPreview: true });
 * await previews.download("previews");
 * const seen = previews.jobIds.map((id, row) => ({ src: `previews/${id}/video_preview.png`, caption: `job ${row}` }));
 * await show(await pictures(seen, { columns: 2 })); // [picture] job 0 [picture] job 1
 * ```
 */
export async function pictures(
  given: readonly Picture[],
  options: PicturesOptions = {},
): Promise<PictureGrid> {
  checkOptionNames(options, ["columns"]);
  const { columns = 4 } = options;
  if (!Number.isInteger(columns) || columns < 1) {
    throw new RangeError(`The option "columns" must be a whole number of 1 or more, got ${String(columns)}`);
  }
  const shown = given.map(async ({ src, caption = "" }) => ({ address: await pictureAddress(src), caption }));
  return new PictureGrid(await Promise.all(shown), columns);
}
