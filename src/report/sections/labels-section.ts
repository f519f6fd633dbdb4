import type { ColumnTable } from "arquero";
import { numbersOf } from "../../stats/columns/numbers-of.ts";
import { makeTable } from "../../tables/make-table.ts";
import { shownColumn } from "../../tables/shown-column.ts";
import { heatMap } from "../charts/heat-map.ts";
import { histogramChart } from "../charts/histogram-chart.ts";
import { keypointVisibilityChart } from "../charts/keypoint-visibility-chart.ts";
import { sizeBandChart } from "../charts/size-band-chart.ts";
import type { Findings } from "../data/findings.ts";
import type { Block, Section } from "../document/block.ts";
import { figure } from "../document/figure.ts";
import { type ShownColumn, type TableBlock, tableBlock } from "../document/table-block.ts";
import { sampleBlocks } from "./sample-blocks.ts";

const SUMMARY = ["count", "mean", "sd", "min", "q05", "q50", "q95", "max"].map((name): ShownColumn => {
  const titles: Readonly<Record<string, string>> = { q05: "5 %", q50: "median", q95: "95 %" };
  return [name, titles[name] ?? name, "number"];
});
const DISTRIBUTIONS = [
  ["relativeSizes", "relative size", "How large boxes are: the square root of the share of the image"],
  ["occlusion", "occlusion (%)", "How much of instances is hidden by others"],
  ["fieldOfView", "in the field of view (%)", "How much of instances is inside the image"],
] as const;

/** What the labels of the jobs are like. */
export function labelsSection(findings: Findings): Section {
  const { labels, settings } = findings;
  const section = (blocks: readonly Block[]): Section => ({ id: "labels", title: "Labels", blocks });
  if (labels === null) {
    const text = "Labels were not queried: the package @duckdb/node-api cannot be loaded here.";
    return section([{ kind: "note", tone: "warning", text }]);
  }
  const by = settings.by === null ? [] : [settings.by];
  const blocks = [
    ...classBlocks(labels.classes, by),
    ...sampleBlocks(findings),
    ...figureOf(labels.people, (table) =>
      table.numRows() < 2
        ? peopleTable(table, by)
        : figure(histogramChart(peopleBins(table, by), { name: "people in the frame" }), {
            caption: "How many people frames have",
            numbers: peopleTable(table, by),
          }),
    ),
    ...figureOf(labels.sizeBands, (table) =>
      figure(sizeBandChart(table), {
        caption: "Sizes of instances in COCO's bands: small below 32², medium below 96² square pixels",
        numbers: tableBlock(table, { caption: "Instances by size", columns: shareColumns(by, ["band"]) }),
      }),
    ),
    ...figureOf(labels.positions, (table) =>
      figure(heatMap(table, { aspect: findings.aspect }), {
        caption: "Where in the image the centres of boxes are",
      }),
    ),
    ...DISTRIBUTIONS.flatMap(([name, title, caption]) =>
      figureOf(labels[name], (table) =>
        figure(histogramChart(table, { name: title, show: "share" }), {
          caption,
          numbers: tableBlock(table, { caption, columns: shareColumns(by, ["bin_start", "bin_end"]) }),
        }),
      ),
    ),
    ...figureOf(labels.keypoints, (table) =>
      figure(keypointVisibilityChart(table), {
        caption: "How often keypoints are visible, occluded or outside of the image",
        numbers: tableBlock(table, {
          caption: "Visibility of keypoints",
          columns: [
            ...by.map((name): ShownColumn => [name]),
            ["skeleton"],
            ["keypoint"],
            ["count", "count", "number"],
            ["visible_share", "visible", "share"],
            ["occluded_share", "occluded", "share"],
            ["outside_share", "outside", "share"],
          ],
          most: 120,
        }),
      }),
    ),
    ...summaryTable(
      labels.light,
      by,
      "Light of frames: brightness as CIELAB L* (0 to 100), contrasts and the ratio of signal to noise",
    ),
    ...summaryTable(labels.repetitions, by, "Repetitions of jobs, and how many a minute"),
    ...summaryTable(
      labels.imu,
      by,
      "Motion of jobs: how far orientations spread (degrees), seconds, samples a second",
    ),
  ];
  return section(blocks.length > 0 ? blocks : [{ kind: "text", text: "The jobs have no labels." }]);
}

function peopleTable(people: ColumnTable, by: readonly string[]): TableBlock {
  return tableBlock(people, { caption: "Frames by number of people", columns: shareColumns(by, ["people"]) });
}

/** A bin around each number of people. */
function peopleBins(people: ColumnTable, by: readonly string[]): ColumnTable {
  const numbers = numbersOf(people, "people");
  return makeTable([
    ...by.map((name) => [name, shownColumn(people, name)] as const),
    ["bin_start", numbers.map((number) => number - 0.5)],
    ["bin_end", numbers.map((number) => number + 0.5)],
    ["count", shownColumn(people, "frames")],
    ["share", shownColumn(people, "share")],
  ]);
}

function classBlocks(classes: ColumnTable, by: readonly string[]): Block[] {
  if (classes.numRows() === 0) return [];
  return [
    tableBlock(classes, {
      caption: "Categories of annotations",
      columns: [
        ...by.map((name): ShownColumn => [name]),
        ["category"],
        ["count", "annotations", "number"],
        ["share", "share", "share"],
        ["boxes", "with a box", "number"],
        ["jobs", "jobs", "number"],
        ["frames", "frames", "number"],
      ],
    }),
  ];
}

/** A figure of a table, unless the table counts nothing. */
function figureOf(table: ColumnTable, draw: (table: ColumnTable) => Block): Block[] {
  const counts = table.columnNames().includes("count") ? "count" : "frames";
  let total = 0;
  for (const count of shownColumn(table, counts)) total += Number(count);
  return total > 0 ? [draw(table)] : [];
}

function summaryTable(table: ColumnTable, by: readonly string[], caption: string): Block[] {
  if (table.numRows() === 0) return [];
  return [
    tableBlock(table, {
      caption,
      columns: [...by.map((name): ShownColumn => [name]), ["measure"], ...SUMMARY],
    }),
  ];
}

function shareColumns(by: readonly string[], own: readonly string[]): ShownColumn[] {
  return [
    ...[...by, ...own].map((name): ShownColumn => [name, name.replaceAll("_", " ")]),
    ["frames", "frames", "number"],
    ["count", "count", "number"],
    ["share", "share", "share"],
  ];
}
