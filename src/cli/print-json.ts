let isPrinted = false;

/** Prints one JSON document to stdout. */
export function printJson(value: unknown): void {
  isPrinted = true;
  console.log(JSON.stringify(value, null, 2));
}

/** Whether a document was printed; there must not be another. */
export function hasPrintedJson(): boolean {
  return isPrinted;
}
