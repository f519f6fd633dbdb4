import { displayable } from "../display/displayable.ts";
import { viewDisplay } from "../display/view-display.ts";
import { checkSource } from "../stats/columns/check-source.ts";
import { collectFindings } from "./data/collect-findings.ts";
import type { Findings } from "./data/findings.ts";
import { reportSettings } from "./data/report-settings.ts";
import { toReportData } from "./data/to-report-data.ts";
import type { FigureBlock, ReportDocument } from "./document/block.ts";
import { drawFigures } from "./html/draw-figures.ts";
import { htmlDocument } from "./html/html-document.ts";
import { markdownDocument } from "./markdown/markdown-document.ts";
import type { ReportData } from "./report-data.ts";
import type { ReportOptions } from "./report-options.ts";
import type { ReportSource } from "./report-source.ts";
import { toDocument } from "./sections/to-document.ts";

/** What {@link Report} is made of. */
interface ReportParts {
  document: ReportDocument;
  images: ReadonlyMap<FigureBlock, string>;
  findings: Findings;
}

/**
 * A report of a dataset. It shows itself in notebooks. Made by {@link report}.
 *
 * @example
 * ```ts
 * const study = await report(dataset, { title: "Camera heights" });
 * study.markdown.split("\n")[0]; // "# Camera heights"
 * study.html.slice(0, 15); // "<!DOCTYPE html>"
 * const { summary } = study.toJSON();
 * [summary.jobs, summary.frames]; // [12, 48]
 * ```
 */
export class Report {
  static {
    displayable(
      Report.prototype,
      viewDisplay((report: Report) => {
        const { title, sections } = report.#parts.document;
        const names = sections.map((section) => section.title).join(", ");
        const text = `${names}. To see it in a notebook from elsewhere, trust the notebook or run the cell.`;
        return { title, parts: [{ kind: "page", html: report.html, text }] };
      }),
    );
  }

  readonly #parts: ReportParts;
  #html: string | null = null;
  #markdown: string | null = null;

  /** @internal */
  constructor(parts: ReportParts) {
    this.#parts = parts;
  }

  /** One HTML file with all that it needs: styles and charts are inside, and it asks no network and runs no script. */
  get html(): string {
    const { document, images } = this.#parts;
    this.#html ??= htmlDocument(document, images);
    return this.#html;
  }

  /** The words and tables as Markdown, with the numbers of the charts in place of them. */
  get markdown(): string {
    this.#markdown ??= markdownDocument(this.#parts.document);
    return this.#markdown;
  }

  /** Every number, also of the rows that the other forms leave out. */
  toJSON(): ReportData {
    return toReportData(this.#parts.findings);
  }
}

/**
 * Makes a report of a dataset: what its jobs and labels are like, what the parameters of a sweep do to an outcome, how it
 * compares to another dataset or to the design, and what to be careful of. The same data and options give the same text.
 *
 * @param dataset What `openDataset`, `openParquetDataset` or `openEngineDataset` opens.
 * @throws {TypeError} When there is no dataset.
 * @throws {TypeError | RangeError} When an option is unknown or has no such value, or a column that it names is not there.
 * @throws {LabelFileError | JobFilesError} When the dataset is `strict` and a job cannot be read.
 * @throws The signal's reason, when it aborts.
 * @example
 * ```ts
 * import { writeFile } from "node:fs/promises";
 *
 * const study = await report(dataset, { title: "Camera heights", outcome: "avg_percent_occlusion" });
 * await writeFile("report.html", study.html);
 * await writeFile("report.json", JSON.stringify(study));
 * study.toJSON().summary.frames; // 48
 * ```
 */
export async function report(dataset: ReportSource, options: ReportOptions = {}): Promise<Report> {
  checkSource(dataset, "report");
  const settings = reportSettings(options);
  const findings = await collectFindings(dataset, settings);
  const document = toDocument(findings);
  const images = settings.charts ? await drawFigures(document.sections, settings) : new Map();
  return new Report({ document, images, findings });
}
