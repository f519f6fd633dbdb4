/** Prints one JSON document to stdout. */
export function printJson(value: unknown): void {
  console.log(JSON.stringify(value, null, 2));
}
