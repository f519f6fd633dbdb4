import * as fc from "fast-check";

const ANYTHING = fc.constantFrom<unknown>(
  ...[null, [], {}, true, "text", "5", "NaN", "[1]", "{}", 1, 1.5, -1, 0, 2 ** 31, 2 ** 53, 1e300],
  ...[[1], [1, 2, 3, 4], [null], ["a"], [[1, 2]], [[null]], [[[1]]], [1, null, 3], [1, 2, "3"]],
);

/** Puts anything in the place of some value of a document, or takes it out, or repeats it. */
export function damaged(document: Record<string, unknown>): fc.Arbitrary<Record<string, unknown>> {
  const places = [...placesIn(document)];
  return fc
    .tuple(fc.nat({ max: Math.max(0, places.length - 1) }), ANYTHING, fc.nat({ max: 5 }))
    .map(([index, value, kind]) => {
      const copy = structuredClone(document);
      const path = places[index] ?? [];
      const last = path.at(-1);
      let parent: unknown = copy;
      for (const key of path.slice(0, -1)) parent = (parent as Record<string | number, unknown>)[key];
      if (last === undefined || typeof parent !== "object" || parent === null) return copy;
      if (Array.isArray(parent) && kind === 0) parent.push(parent[last as number]);
      else if (Array.isArray(parent) && kind === 1) parent.splice(last as number, 1);
      else if (kind === 2) delete (parent as Record<string | number, unknown>)[last];
      else (parent as Record<string | number, unknown>)[last] = value;
      return copy;
    });
}

function* placesIn(
  value: unknown,
  path: readonly (string | number)[] = [],
): Generator<readonly (string | number)[]> {
  if (path.length > 0) yield path;
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* placesIn(item, [...path, index]);
  } else if (typeof value === "object" && value !== null) {
    for (const [key, item] of Object.entries(value)) yield* placesIn(item, [...path, key]);
  }
}
