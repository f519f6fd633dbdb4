/**
 * The style sheet of a report. Charts take the colour of the text around them, and so follow the page into the dark;
 * paper is always light.
 */
export const STYLE = `
:root {
  color-scheme: light dark;
  --paper: #ffffff; --ink: #1b1f24; --muted: #565e68; --line: #d5dae0; --band: #f4f6f8;
  --link: #0b57a4; --error: #a3201d; --warning: #7a5200; --info: #0b57a4;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --paper: #14171b; --ink: #e4e8ec; --muted: #a3abb5; --line: #3a414a; --band: #1d2127;
    --link: #8ec1ff; --error: #ff9c94; --warning: #f0c060; --info: #8ec1ff;
  }
}
* { box-sizing: border-box; }
html { scroll-behavior: smooth; -webkit-text-size-adjust: 100%; }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
}
header, .page, footer { max-width: 84rem; margin: 0 auto; padding: 0 1.5rem; }
header { padding-top: 2rem; }
header p, footer p { color: var(--muted); margin: 0 0 1rem; overflow-wrap: anywhere; }
h1, h2, h3 { line-height: 1.25; overflow-wrap: anywhere; unicode-bidi: isolate; }
h1 { font-size: 1.9rem; margin: 0 0 .4rem; }
h2 { font-size: 1.4rem; margin: 0 0 1rem; padding-bottom: .3rem; border-bottom: 1px solid var(--line); }
h3 { font-size: 1.1rem; margin: 2rem 0 .6rem; }
p, ul, dl { max-width: 46rem; }
p, li { overflow-wrap: anywhere; }
a { color: var(--link); }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.page { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0 3rem; }
section { margin: 0 0 3.5rem; scroll-margin-top: 1rem; }
main:focus { outline: none; }
nav { font-size: .95rem; }
nav ul { list-style: none; margin: 0 0 2rem; padding: 0; display: flex; flex-wrap: wrap; gap: .3rem 1.2rem; }
nav a { display: inline-block; padding: .15rem 0; text-decoration: none; }
nav a:hover { text-decoration: underline; }
@media screen and (min-width: 62rem) {
  .page { grid-template-columns: 11rem minmax(0, 1fr); }
  nav ul { position: sticky; top: 1.5rem; display: block; max-height: calc(100vh - 3rem); overflow-y: auto; }
  nav li { border-left: 2px solid var(--line); padding-left: .8rem; }
}
.skip { position: absolute; left: -100vw; top: 0; padding: .6rem 1rem; background: var(--paper); z-index: 1; }
.skip:focus { left: .5rem; top: .5rem; }
dl { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 10.5rem), 1fr)); gap: .8rem 1.5rem; max-width: none; margin: 0 0 1.5rem; }
dl > div { min-width: 0; }
dt { color: var(--muted); font-size: .88rem; overflow-wrap: anywhere; unicode-bidi: isolate; }
dd { margin: 0; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; unicode-bidi: isolate; }
.note { border-left: 4px solid var(--info); background: var(--band); padding: .6rem .9rem; }
.note.warning { border-color: var(--warning); }
.note.error { border-color: var(--error); }
.scroll { overflow-x: auto; margin: 1.2rem 0; }
table { border-collapse: collapse; min-width: min(100%, 20rem); font-size: .86rem; line-height: 1.4; font-variant-numeric: tabular-nums; }
caption { text-align: left; padding-bottom: .4rem; }
caption, figcaption { color: var(--muted); font-size: .9rem; overflow-wrap: anywhere; }
caption b, figcaption b { color: var(--ink); }
thead { border-top: 2px solid var(--ink); border-bottom: 1px solid var(--ink); }
tbody { border-bottom: 2px solid var(--ink); }
th, td { padding: .25rem .55rem; text-align: left; vertical-align: top; max-width: 26rem; overflow-wrap: break-word; unicode-bidi: isolate; }
th { font-weight: 600; }
tbody th { font-weight: 400; min-width: 8rem; }
tbody td:not(.n) { min-width: 4.5rem; }
tbody td:last-child:not(.n) { min-width: 11rem; }
tbody tr.gap td { min-width: 0; }
thead th { vertical-align: bottom; white-space: nowrap; }
.n { text-align: right; white-space: nowrap; }
tbody tr:nth-child(even) { background: var(--band); }
tr.gap td { text-align: center; color: var(--muted); }
figure { margin: 1.5rem 0 2rem; }
.chart { overflow-x: auto; }
.chart svg { display: block; max-width: max(100%, 26rem); height: auto; }
.figures { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 28rem), 1fr)); gap: 0 2rem; align-items: start; }
.figures > figure { min-width: 0; }
details { margin: .6rem 0; }
summary { cursor: pointer; color: var(--link); font-size: .9rem; }
pre { overflow: auto; max-height: 30rem; background: var(--band); padding: .8rem; font-size: .82rem; }
footer { border-top: 1px solid var(--line); padding-top: 1rem; }
@media (max-width: 30rem) { header, .page, footer { padding-left: 1rem; padding-right: 1rem; } h1 { font-size: 1.5rem; } }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
@media print {
  :root { color-scheme: light; }
  @page { margin: 16mm 14mm; }
  :root { font-size: 9.5pt; }
  nav, .skip { display: none; }
  header, .page, footer { max-width: none; padding: 0; }
  .page { display: block; }
  section { margin-bottom: 2rem; }
  h2, h3, caption { break-after: avoid; }
  figure, tr, dl > div, .note { break-inside: avoid; }
  thead { display: table-header-group; }
  .scroll, .chart, pre { overflow: visible; max-height: none; }
  .chart svg { max-width: 100%; max-height: 22cm; }
  .figures { grid-template-columns: 1fr 1fr; }
  table { font-size: 7.5pt; }
  th, td { padding: 1pt 4pt; }
  tbody th, tbody td:not(.n), tbody td:last-child:not(.n) { min-width: 0; overflow-wrap: anywhere; }
  thead th, .n { white-space: normal; }
  a { color: inherit; text-decoration: none; }
  details:not([open]) { display: none; }
}
`;
