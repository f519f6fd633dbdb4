/** What is shorter, such as a lifetime, lets nobody in, and may be a part of any word. */
const SHORTEST = 16;

/** The values in the query of an address that carries its own permission, as they are and decoded. */
export function querySecrets({ search, searchParams }: URL): string[] {
  const written = search.slice(1).split("&");
  const values = written.map((pair) => pair.slice(pair.indexOf("=") + 1));
  return [...values, ...searchParams.values()].filter((value) => value.length >= SHORTEST);
}
