import type { Color } from "../../drawing/color.ts";
import { encodePng } from "../../drawing/encode-png.ts";
import { fillPolygon } from "../../drawing/fill-polygon.ts";
import { makeRaster } from "../../drawing/raster.ts";
import { type Camera, project } from "../../geometry/camera.ts";
import type { Point } from "../../geometry/point.ts";
import type { Vec3 } from "../../geometry/vec3.ts";

/** A picture that is painted with flat polygons of the world, the nearest last. */
export interface Picture {
  /** Paints a polygon, all of which is in front of the camera. */
  fill(corners: readonly Vec3[], color: Color): void;
  /** The picture as a PNG. */
  encode(): Uint8Array;
}

/** Starts a picture as a camera takes it. At most 256 colours can be used. */
export function makePicture(camera: Camera): Picture {
  const raster = makeRaster(camera);
  const palette: Color[] = [];
  const indices = new Map<string, number>();
  function indexOf(color: Color): number {
    const key = color.join();
    const known = indices.get(key);
    if (known !== undefined) return known;
    indices.set(key, palette.length);
    return palette.push(color) - 1;
  }
  return {
    fill(corners, color) {
      const outline = corners.map((corner): Point => {
        const { x, y } = project(camera, corner);
        return [x, y];
      });
      fillPolygon(raster, outline, indexOf(color));
    },
    encode: () => encodePng(raster, palette),
  };
}
