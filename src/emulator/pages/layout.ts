import { type Html, html } from "./html.ts";

/** What every page has. */
export interface Layout {
  title: string;
  /** What stands above the heading: the way back. */
  back?: Html;
  body: Html | Html[];
  /** After how many seconds the page loads itself again. */
  refreshSeconds?: number | undefined;
}

/** A whole page. */
export function layout({ title, back, body, refreshSeconds }: Layout): Html {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
${refreshSeconds !== undefined && html`<meta http-equiv="refresh" content="${refreshSeconds}">`}
<title>${title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/admin/style.css">
</head>
<body>
<header>${back && html`<nav aria-label="Breadcrumb">${back}</nav>`}<h1>${title}</h1></header>
<main>
${body}
</main>
</body>
</html>
`;
}
