import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { DuckDBInstance } from "@duckdb/node-api";
import { describe, expect, test } from "vitest";
import { LabelTables } from "../../src/labels/label-tables.ts";
import { scanCocoLabels } from "../../src/labels/scan/scan-coco-labels.ts";
import { plainRows } from "../util/plain-rows.ts";

const FIXTURES = fileURLToPath(new URL("../../fixtures/", import.meta.url));
const SPILLS = fileURLToPath(
  new URL("../../../shared/samples/spills-basic/00000_labels.json", import.meta.url),
);
const FILES = [
  ...readdirSync(FIXTURES, { recursive: true, encoding: "utf8" })
    .filter((path) => /(?:labels|video\.rgb)\.json$/.test(path))
    .map((path) => join(FIXTURES, path)),
  ...[SPILLS].filter(existsSync),
];
if (!existsSync(SPILLS)) process.stdout.write("the spills sample is absent: DuckDB does not read it\n");

const POINT =
  "STRUCT(x DOUBLE, y DOUBLE, v INT, z DOUBLE, x_global DOUBLE, y_global DOUBLE, z_global DOUBLE)";
const ANNOTATION = `STRUCT(id INT, image_id INT, category_id INT, iscrowd INT, area DOUBLE, bbox DOUBLE[],
  percent_in_fov DOUBLE, percent_occlusion DOUBLE, num_keypoints INT, segmentation DOUBLE[][],
  cuboid_coordinates STRUCT(x DOUBLE, y DOUBLE, z DOUBLE)[], armature_keypoints MAP(VARCHAR, ${POINT}),
  vertex_keypoints MAP(VARCHAR, ${POINT}), quaternions MAP(VARCHAR, DOUBLE[]), keypoints DOUBLE[])`;
const FILE = `(SELECT row_number() OVER () AS n, unnest(annotations) AS a FROM read_json($path,
  maximum_object_size = 100000000, columns = {annotations: '${ANNOTATION.replace(/\s+/g, " ")}[]'}))`;

/** For tables of ours, the same columns in the words of DuckDB; rows in the order of `annotation_id`, then their own. */
const QUERIES = {
  annotations: `SELECT a.id annotation_id, a.image_id, a.category_id, a.iscrowd, a.area, a.bbox[1] bbox_x, a.bbox[2] bbox_y,
    a.bbox[3] bbox_w, a.bbox[4] bbox_h, a.percent_in_fov, a.percent_occlusion, a.num_keypoints FROM ${FILE}
    ORDER BY 1`,
  cuboids: `SELECT a.id annotation_id, i - 1 corner, a.cuboid_coordinates[i].x x, a.cuboid_coordinates[i].y y,
    a.cuboid_coordinates[i].z z FROM ${FILE}, range(1, len(a.cuboid_coordinates) + 1) AS r(i) ORDER BY 1, 2`,
  polygons: `SELECT a.id annotation_id, i - 1 polygon, a.segmentation[i] points FROM ${FILE},
    range(1, len(a.segmentation) + 1) AS r(i) ORDER BY 1, 2`,
  keypoints: `WITH f AS ${FILE}
    SELECT annotation_id, skeleton, keypoint, p.x x, p.y y, p.v v, p.z z, p.x_global x_global, p.y_global y_global,
      p.z_global z_global, q[1] qw, q[2] qx, q[3] qy, q[4] qz FROM (
      SELECT a.id annotation_id, 'armature' skeleton, k.key keypoint, k.value p, a.quaternions[k.key] q
        FROM f, unnest(map_entries(a.armature_keypoints)) AS u(k)
      UNION ALL SELECT a.id, 'vertex', k.key, k.value, NULL FROM f, unnest(map_entries(a.vertex_keypoints)) AS u(k)
    ) ORDER BY 1, 2, 3`,
} as const;

describe("the tables of a label file are those that DuckDB makes of it", async () => {
  const connection = await (await DuckDBInstance.create()).connect();

  test.each(FILES.map((path) => [path.slice(path.lastIndexOf("/fixtures/") + 1), path]))(
    "%s",
    async (_, path) => {
      const into = new LabelTables();
      const options = { jobId: "a", file: "f", camera: 0, polygons: true, into };
      expect(scanCocoLabels(readFileSync(path), options)).not.toBe(null);
      const tables = into.toTables();
      for (const [name, sql] of Object.entries(QUERIES)) {
        const reader = await connection.runAndReadAll(sql, { path });
        const theirs = reader.getRowObjectsJS().map(numbersOf);
        const columns = reader.columnNames();
        const all = plainRows(tables[name as keyof typeof QUERIES]);
        const ours =
          name === "keypoints" ? all.filter(({ skeleton }) => skeleton !== "coco").sort(byName) : all;
        expect(ours.map((row) => columns.map((column) => row[column]))).toEqual(
          theirs.map((row) => columns.map((column) => row[column])),
        );
      }
    },
  );
});

function numbersOf(row: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, typeof value === "bigint" ? Number(value) : value]),
  );
}

function byName(a: Record<string, unknown>, b: Record<string, unknown>): number {
  const key = (row: Record<string, unknown>) =>
    `${String(row.annotation_id).padStart(9, "0")} ${row.skeleton} ${row.keypoint}`;
  return key(a) < key(b) ? -1 : 1;
}
