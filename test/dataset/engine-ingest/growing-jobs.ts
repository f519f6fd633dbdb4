import { labels } from "../fixture-folder.ts";

type Objects = Record<string, unknown>[];
type Document = { info: object; categories: Objects; images: Objects; annotations: Objects };

/** Jobs of which each has a field more than the first one, `j0`, has; `without` has such fields without values. */
export function growingJobs(): Record<string, unknown> {
  const grow = (change: (document: Document) => void): Document => {
    const document = labels(2, [[90, 5]]) as Document;
    Object.assign(document.annotations[0] as object, { ppe: { helmet: true } });
    change(document);
    return document;
  };
  const first = ({ annotations }: Document): object => annotations[0] as object;
  const jobs: Record<string, Document> = {
    j0: grow(() => {}),
    "of the scene": grow(({ info }) => Object.assign(info, { weather: "rain" })),
    "of a category": grow(({ categories }) => Object.assign(categories[0] as object, { rank: 2 })),
    "of an image": grow(({ images }) => Object.assign(images[1] as object, { exposure: 0.25 })),
    "of an annotation": grow((document) => Object.assign(first(document), { mood: ["calm", "glad"] })),
    "of its equipment": grow((document) => Object.assign(first(document), { ppe: { vest: false } })),
    without: grow((document) => Object.assign(first(document), { mood: null, tags: [] })),
  };
  return Object.fromEntries(
    Object.entries(jobs).flatMap(([name, document]) => [
      [`${name}/job.json`, { params: { level: 1 } }],
      [`${name}/labels.json`, document],
    ]),
  );
}
