import { escapeHtml } from "../../display/html/escape-html.ts";
import type { FigureBlock, ReportDocument } from "../document/block.ts";
import { htmlBlocks } from "./html-blocks.ts";
import { STYLE } from "./style.ts";

/** Nothing is fetched and nothing is run, whatever the report holds. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/** A report as one HTML file that needs nothing else. */
export function htmlDocument(report: ReportDocument, images: ReadonlyMap<FigureBlock, string>): string {
  const numbering = { tables: 0, figures: 0 };
  const sections = report.sections.map(({ id, title, blocks }) => {
    return `<section id="${escapeHtml(id)}" aria-labelledby="${escapeHtml(id)}-title">
<h2 id="${escapeHtml(id)}-title">${escapeHtml(title)}</h2>
${htmlBlocks(blocks, { numbering, images })}
</section>`;
  });
  const links = report.sections.map(({ id, title }) => {
    return `<li><a href="#${escapeHtml(id)}">${escapeHtml(title)}</a></li>`;
  });
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(report.title)}</title>
<style>
${STYLE}</style>
</head>
<body>
<a class="skip" href="#content">Skip to the report</a>
<header>
<h1>${escapeHtml(report.title)}</h1>
<p>${escapeHtml(report.subtitle)}</p>
</header>
<div class="page">
<nav aria-label="Contents">
<ul>
${links.join("\n")}
</ul>
</nav>
<main id="content" tabindex="-1">
${sections.join("\n")}
</main>
</div>
<footer><p>${escapeHtml(report.footer)}</p></footer>
</body>
</html>
`;
}
