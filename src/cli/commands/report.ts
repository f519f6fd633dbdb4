import { extname, resolve } from "node:path";
import { writeFileAtomic } from "../../io/write-file-atomic.ts";
import type { Report } from "../../report/report.ts";
import type { ReportProgress, ReportStep } from "../../report/report-options.ts";
import { checkWritable } from "../check-writable.ts";
import { type Command, command } from "../command.ts";
import { ENGINE_OPTION } from "../engine-option.ts";
import { EXIT } from "../exit-status.ts";
import { OUTPUT_OPTIONS } from "../output-options.ts";
import { printJson } from "../print-json.ts";
import { ProgressLine } from "../progress-line.ts";
import { UsageError } from "../usage-error.ts";

const DEFAULT_OUT = "report.html";

type Form = "html" | "markdown" | "json";

const FORM_OF_EXTENSION: Readonly<Record<string, Form>> = {
  ".html": "html",
  ".htm": "html",
  ".md": "markdown",
  ".markdown": "markdown",
  ".json": "json",
};

/** What each step is called, and what it counts. */
const STEPS: Readonly<Record<ReportStep, readonly [label: string, thing: string]>> = {
  reading: ["read", "job"],
  parameters: ["describe", "table"],
  labels: ["labels", "table"],
  effects: ["effects", "outcome"],
  comparison: ["compare", "table"],
  alerts: ["alerts", "table"],
  drawing: ["draw", "chart"],
};

/** `infinity-frames report`: what a dataset is like, as a page to read. */
export const report: Command = command(
  {
    name: "report",
    about:
      "Write a report of a dataset: its jobs, parameters and labels, what the parameters of a sweep do to an outcome, how it compares to another dataset or to the design, and what to be careful of. The page is one file that needs no network. The same data and options give the same bytes.",
    arguments: [
      {
        name: "FOLDER",
        help: "a folder that ingest wrote, or folders of downloaded jobs or published datasets",
        repeated: true,
      },
    ],
    options: {
      out: {
        type: "string",
        value: "FILE",
        multiple: true,
        default: [],
        help: `the file to write: .html, .md or .json [default: ${DEFAULT_OUT}, unless --json or --markdown prints]`,
      },
      title: {
        type: "string",
        value: "TEXT",
        single: true,
        help: "the title [default: the names of the batches]",
      },
      outcome: {
        type: "string",
        value: "NAME",
        multiple: true,
        default: [],
        help: "what the sweep was made for, a column of jobs such as avg_percent_occlusion, or of the labels of a job such as relative_size",
      },
      factor: {
        type: "string",
        value: "NAME",
        multiple: true,
        default: [],
        help: "a parameter whose effects are studied [default: those that vary]",
      },
      "paired-by": {
        type: "string",
        value: "NAME",
        multiple: true,
        default: [],
        help: "a column that jobs with a common base share, such as state: effects are those within a base",
      },
      by: {
        type: "string",
        value: "NAME",
        single: true,
        help: "a column of jobs by which charts are split",
      },
      compare: {
        type: "string",
        value: "PATH",
        single: true,
        help: "what to compare to: a folder of another dataset, or the file of the design that was submitted, whose recipe is told, too",
      },
      "no-charts": { type: "boolean", help: "leave out the charts; their numbers stay" },
      dated: { type: "boolean", help: "tell in the report when it was made" },
      markdown: { type: "boolean", help: "print the report as Markdown to stdout" },
      force: { type: "boolean", help: "replace a file that is there already" },
      ...ENGINE_OPTION,
      ...OUTPUT_OPTIONS,
      json: { type: "boolean", help: "print every number as one JSON document to stdout" },
    },
  },
  async ({ values, args: folders, signal }) => {
    const { title, outcome, factor, by, compare, dated, engine, markdown, force, json, quiet } = values;
    const { "paired-by": pairedBy } = values;
    if (markdown && json)
      throw new UsageError("--json and --markdown both print to stdout; give one a file with --out");
    if (outcome.length === 0 && pairedBy.length + factor.length > 0) {
      const given = pairedBy.length > 0 ? "--paired-by" : "--factor";
      throw new UsageError(`${given} is for the effects on an outcome: name one with --outcome`);
    }
    const paths = values.out.length > 0 || json || markdown ? values.out : [DEFAULT_OUT];
    const targets = paths.map((path) => [path, formOf(path)] as const);
    const twice = paths.find((path, i) => paths.findIndex((each) => resolve(each) === resolve(path)) < i);
    if (twice !== undefined) throw new UsageError(`--out is given ${twice} twice`);
    for (const path of paths) await checkWritable(path, { force });
    const progress = new ProgressLine(values);
    const { openComparison } = await import("../open-comparison.ts");
    const { report: makeReport } = await import("../../report/report.ts");
    const { withSource } = await import("../with-source.ts");
    const made = await (async () => {
      const compared = compare === undefined ? {} : await openComparison(compare, signal);
      const options = {
        outcome,
        pairedBy,
        charts: !values["no-charts"] && targets.some(([, form]) => form === "html"),
        ...compared,
        ...(title !== undefined && { title }),
        ...(factor.length > 0 && { factors: factor }),
        ...(by !== undefined && { by }),
        ...(dated && { made: new Date() }),
        signal,
        onProgress: (event: ReportProgress) => progress.show(partsOf(event)),
      };
      return withSource(folders, { engine, signal }, (source) => makeReport(source, options));
    })().finally(() => progress.end());
    for (const [path, form] of targets) {
      await writeFileAtomic(path, textOf(made, form), { force });
      if (!quiet) console.error(`Report written to ${path}`);
    }
    if (json) printJson(made);
    if (markdown) process.stdout.write(made.markdown);
    return EXIT.ok;
  },
);

function formOf(path: string): Form {
  const form = FORM_OF_EXTENSION[extname(path).toLowerCase()];
  if (form !== undefined) return form;
  throw new UsageError(`--out must end with .html, .md or .json, got ${path}`);
}

function textOf(made: Report, form: Form): string {
  return form === "json" ? `${JSON.stringify(made, null, 2)}\n` : made[form];
}

function partsOf({ step, done, total }: ReportProgress) {
  const [label, thing] = STEPS[step];
  return { label, done, total, thing };
}
