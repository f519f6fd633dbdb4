import type { Dialect } from "../../../engine/dialect/dialect.ts";
import type { EngineType } from "../../../engine/engine-source.ts";
import { either, field } from "./expressions.ts";
import type { LabelPlan } from "./label-plan.ts";
import type { TableColumn } from "./table-columns.ts";

/** How segmentations are read. */
export interface SegmentationOptions {
  plan: LabelPlan;
  dialect: Dialect;
}

const SIZE = String.raw`\s*"size"\s*:\s*\[\s*[0-9]{1,9}\s*,\s*[0-9]{1,9}\s*\]\s*`;
const COUNTS = String.raw`\s*"counts"\s*:\s*("([^"\\]|\\.)*"|\[(\s*[0-9]{1,15}\s*,?)*\s*\])\s*`;
const RUN_LENGTHS = String.raw`^\s*\{(${SIZE},${COUNTS}|${COUNTS},${SIZE})\}\s*$`;
const POLYGONS = String.raw`^\s*\[(\s*\[[-+0-9.eE,\s]*\]\s*,?)*\s*\]\s*$`;
const LIST_COUNTS = String.raw`"counts"\s*:\s*\[`;

/** Whether a segmentation is one that SQL cannot treat as the JavaScript readers do; null where there is none. */
export function oddSegmentation(segmentation: string, { plan, dialect }: SegmentationOptions): string[] {
  if (!plan.polygons) return [];
  const polygons = polygonsIn(segmentation, { plan, dialect });
  const oddNumbers = `(${dialect.length("p")} % 2 <> 0 OR ${dialect.any("p", "n", "n IS NULL")})`;
  const odd = dialect.any(polygons, "p", `(p IS NULL OR ${oddNumbers})`);
  if (!plan.runLengths) return [odd];
  const text = textOf(segmentation, dialect);
  const forms = ["^\\s*null\\s*$", POLYGONS, RUN_LENGTHS].map((form) => dialect.matches(text, form));
  const isLost = `(${dialect.matches(text, POLYGONS)} AND ${polygons} IS NULL)`;
  return [`NOT ${either(forms)}`, isLost, odd];
}

/** The polygons of a segmentation: lists of numbers. */
export function polygonsIn(segmentation: string, { plan, dialect }: SegmentationOptions): string {
  if (!plan.runLengths) return segmentation;
  const text = textOf(segmentation, dialect);
  return `CASE WHEN ${dialect.matches(text, POLYGONS)} THEN ${dialect.fromJson(text, "float64[][]")} END`;
}

/** The rows of a segmentation: structures with the columns of `polygons` that are not keys, but for the number. */
export function segmentationRows(segmentation: string, { plan, dialect }: SegmentationOptions): string {
  const none = (type: EngineType): string => `CAST(NULL AS ${dialect.type(type)})`;
  const polygons = dialect.map(
    polygonsIn(segmentation, { plan, dialect }),
    "p",
    dialect.struct([
      ["points", "p"],
      ["rle_height", none("float64")],
      ["rle_width", none("float64")],
      ["rle_counts", none("float64[]")],
      ["rle_string", none("string")],
    ]),
  );
  if (!plan.runLengths) return polygons;
  const text = textOf(segmentation, dialect);
  const part = (name: string, type: EngineType): string =>
    field(dialect.fromJson(text, { struct: [[name, type]] }), name);
  const isList = dialect.matches(text, LIST_COUNTS);
  const side = (place: string): string => dialect.item(part("size", "float64[]"), place);
  const runs = dialect.struct([
    ["points", none("float64[]")],
    ["rle_height", side("1")],
    ["rle_width", side("2")],
    ["rle_counts", `CASE WHEN ${isList} THEN ${part("counts", "float64[]")} END`],
    ["rle_string", `CASE WHEN NOT ${isList} THEN ${part("counts", "string")} END`],
  ]);
  return `CASE WHEN ${dialect.matches(text, RUN_LENGTHS)} THEN ${dialect.list([runs])} ELSE ${polygons} END`;
}

/** Whether a segmentation has rows, and columns that have a value where rows have one. */
export function segmentationColumns(
  segmentation: string,
  options: SegmentationOptions,
): { has: string; columns: TableColumn[] } {
  const { plan, dialect } = options;
  const hasPolygons = `${dialect.length(polygonsIn(segmentation, options))} > 0`;
  if (!plan.runLengths) return { has: hasPolygons, columns: [] };
  const text = textOf(segmentation, dialect);
  const hasRuns = dialect.matches(text, RUN_LENGTHS);
  const isList = dialect.matches(text, LIST_COUNTS);
  const marked = (name: string, condition: string): TableColumn => {
    return { name, value: `CASE WHEN ${condition} THEN 1e0 END`, type: "float64" };
  };
  return {
    has: `${hasRuns} OR ${hasPolygons}`,
    columns: [
      marked("rle_height", hasRuns),
      marked("rle_width", hasRuns),
      marked("rle_counts", `${hasRuns} AND ${isList}`),
      marked("rle_string", `${hasRuns} AND NOT ${isList}`),
    ],
  };
}

function textOf(segmentation: string, dialect: Dialect): string {
  return `CAST(${segmentation} AS ${dialect.type("string")})`;
}
