const TOKEN = /<(\/?)([\w:-]+)((?: [\w:-]+="[^"<]*")*)(\/?)>|([^<]+)/gy;
const ENTITY = /&(?!(?:amp|lt|gt|quot|apos|#x?[0-9a-fA-F]+);)/;
const ILLEGAL = /[^\P{Cc}\t\n\r]|\p{Cs}/u;

/** What is wrong with a text as XML without comments and such, or null: a parser by hand, for the little that SVG needs. */
export function xmlProblem(text: string): string | null {
  if (ILLEGAL.test(text)) return "an illegal character";
  const open: string[] = [];
  let end = 0;
  for (const match of text.matchAll(TOKEN)) {
    const [whole, close, name = "", attributes = "", empty, inner] = match;
    if (ENTITY.test(attributes + (inner ?? ""))) return `an entity in ${whole.slice(0, 80)}`;
    const names = [...attributes.matchAll(/ ([\w:-]+)="/g)].map(([, attribute]) => attribute);
    if (new Set(names).size < names.length) return `an attribute twice in ${whole.slice(0, 80)}`;
    if (inner === undefined && close && open.pop() !== name) return `</${name}> out of place`;
    if (inner === undefined && !close && !empty) open.push(name);
    end = match.index + whole.length;
  }
  if (end < text.length) return `no XML from ${text.slice(end, end + 80)}`;
  return open.length === 0 ? null : `<${open.at(-1)}> is not closed`;
}
