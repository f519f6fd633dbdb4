/** The look of the pages, light and dark. */
export const STYLE = `:root {
  color-scheme: light dark;
  --ground: light-dark(#f6f7f9, #14171c);
  --card: light-dark(#ffffff, #1d2229);
  --line: light-dark(#dde1e7, #333b46);
  --text: light-dark(#1c2128, #e6e9ee);
  --soft: light-dark(#56606d, #a3adba);
  --link: light-dark(#1456b8, #84b6ff);
  --good: light-dark(#1a7041, #74d49b);
  --bad: light-dark(#b3261e, #ff9d94);
  --busy: light-dark(#7a5200, #f0c060);
}
* { box-sizing: border-box; }
body {
  margin: 0 auto;
  max-width: 78rem;
  padding: 1.5rem clamp(1rem, 4vw, 3rem) 4rem;
  background: var(--ground);
  color: var(--text);
  font: 1rem/1.5 system-ui, sans-serif;
  overflow-wrap: anywhere;
}
h1 { margin: 0.25rem 0 0; font-size: clamp(1.5rem, 4vw, 2.1rem); line-height: 1.2; letter-spacing: -0.02em; }
h2 { margin: 2.25rem 0 0.75rem; font-size: 1.2rem; }
h3 { margin: 0; font-size: 1rem; display: flex; justify-content: space-between; gap: 0.5rem; align-items: baseline; }
p { margin: 0.5rem 0; }
a { color: var(--link); text-underline-offset: 0.15em; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 3px; }
code, pre { font: 0.875em/1.5 ui-monospace, "Cascadia Mono", Menlo, monospace; }
pre { margin: 0; padding: 0.9rem 1rem; background: var(--card); border: 1px solid var(--line); border-radius: 8px; width: max-content; min-width: 100%; }
pre + pre { margin-top: 0.5rem; }
.note, dt { color: var(--soft); font-size: 0.875rem; }
.scroll { overflow-x: auto; overflow-wrap: normal; }
.progress { display: flex; align-items: center; gap: 0.75rem; font-variant-numeric: tabular-nums; font-size: 0.875rem; }
progress { appearance: none; width: clamp(6rem, 30vw, 16rem); flex: none; height: 0.5rem; border: 0; border-radius: 99px; overflow: hidden; background: var(--line); }
progress::-webkit-progress-bar { background: var(--line); }
progress::-webkit-progress-value { background: var(--link); }
progress::-moz-progress-bar { background: var(--link); }
.batches, .jobs { list-style: none; margin: 0; padding: 0; display: grid; gap: 0.75rem; }
.batches > li, .jobs > li, section > details { background: var(--card); border: 1px solid var(--line); border-radius: 10px; }
.batches > li { display: grid; gap: 0.15rem; padding: 0.8rem 1rem; }
.batches > li > a { font-weight: 600; justify-self: start; }
.jobs { grid-template-columns: repeat(auto-fill, minmax(min(100%, 15rem), 1fr)); gap: 1rem; align-items: start; }
.jobs > li { overflow: hidden; padding-bottom: 0.75rem; }
.jobs > li > :not(.picture) { margin-inline: 0.9rem; }
.jobs details { margin-top: 0.5rem; }
.picture { position: relative; aspect-ratio: 4 / 3; margin-bottom: 0.7rem; display: grid; place-items: center; background: light-dark(#e9ecf0, #262d36); color: var(--soft); border-bottom: 1px solid var(--line); font-size: 0.875rem; overflow: hidden; }
.picture img { position: absolute; inset: 0; width: 100%; height: 100%; object-fit: contain; }
.state { font-size: 0.8rem; font-weight: 600; }
.state.finished { color: var(--good); }
.state.failed { color: var(--bad); }
.state.running { color: var(--busy); }
dl { margin: 0.4rem 0 0; font-size: 0.875rem; }
dl div { display: flex; justify-content: space-between; gap: 0.75rem; padding: 0.1rem 0; }
dt { flex: none; }
dd { margin: 0; min-width: 0; text-align: right; font-variant-numeric: tabular-nums; }
.id code { font-size: 0.75rem; }
summary { cursor: pointer; }
.jobs summary { font-size: 0.875rem; color: var(--link); }
section > details { padding: 0.65rem 1rem; margin-bottom: 0.5rem; }
section > details[open] > summary { margin-bottom: 0.6rem; }
table { border-collapse: collapse; font-size: 0.875rem; min-width: 100%; }
th, td { text-align: left; vertical-align: top; padding: 0.35rem 1rem 0.35rem 0; border-top: 1px solid var(--line); font-weight: 400; }
thead th { border-top: 0; color: var(--soft); }
td:last-child { min-width: 20rem; }
.pager { display: flex; justify-content: center; gap: 1.25rem; margin: 1rem 0; font-size: 0.9rem; }
`;
