import { LIBRARY_VERSION } from "../../util/library-version.ts";
import type { Findings } from "../data/findings.ts";
import { listBatches } from "../data/list-batches.ts";
import { recipeSeeds } from "../data/recipe-seeds.ts";
import type { Block, Section } from "../document/block.ts";
import { itemsBlock, tableBlock } from "../document/table-block.ts";
import { formatNumber } from "../text/format-number.ts";
import { listNames } from "../text/list-names.ts";

const LONGEST_RECIPE = 20_000;

/** Where the data come from, and what made the tables and this report. */
export function provenanceSection({ settings, source }: Findings): Section {
  const { about, jobs, sizes } = source;
  const facts: (readonly [string, string])[] = [["Report by", `infinity-frames ${LIBRARY_VERSION}`]];
  if (settings.made !== null) facts.push(["Made", settings.made.toISOString()]);
  if (about !== null) {
    facts.push(["Tables by", `infinity-frames ${about.libraryVersion}`], ["Layout", about.schemaVersion]);
    if (about.partitionBy.length > 0) facts.push(["Laid out by", listNames(about.partitionBy)]);
  }
  const blocks: Block[] = [
    { kind: "facts", facts },
    tableBlock(listBatches(jobs), {
      caption: "Batches that the jobs come from",
      columns: [
        ["batch_id", "batch"],
        ["batch_name", "name"],
        ["generator"],
        ["is_preview", "preview"],
        ["jobs", "jobs", "number"],
        ["completed", "completed", "number"],
      ],
    }),
    itemsBlock(sizes, {
      caption: "Tables of the dataset",
      columns: [
        ["table", "text", ([name]) => name],
        ["rows", "number", ([, rows]) => rows],
      ],
    }),
    ...recipeBlocks(settings.recipe),
  ];
  return { id: "provenance", title: "Provenance", blocks };
}

function recipeBlocks(recipe: object | null): Block[] {
  if (recipe === null) {
    const text =
      "No recipe of the design was given, so its seeds are not told here; pass recipe, or compare with the file of the design that keeps one.";
    return [{ kind: "text", text }];
  }
  const seeds = recipeSeeds(recipe);
  const { tables: _, ...rest } = recipe as { tables?: unknown };
  const text = JSON.stringify(rest, null, 2);
  const isCut = text.length > LONGEST_RECIPE;
  return [
    {
      kind: "text",
      text:
        seeds.length === 0
          ? "The design's recipe draws nothing."
          : `Seeds of the design: ${listNames(seeds)}.`,
    },
    {
      kind: "code",
      caption: `The recipe of the design${isCut ? `, its first ${formatNumber(LONGEST_RECIPE)} characters` : ""}`,
      text: isCut ? `${text.slice(0, LONGEST_RECIPE)}…` : text,
    },
  ];
}
