// Not imported: constants of other modules are looked up whenever they are used.
const TAB = 9;
const LINE_FEED = 10;
const RETURN = 13;
const SPACE = 32;

/** Whether a byte is white space between values. */
export function isSpace(code: number | undefined): boolean {
  return code === SPACE || code === LINE_FEED || code === RETURN || code === TAB;
}

/** Where the white space that may start at a place ends. */
export function skipSpace(bytes: Uint8Array, at: number): number {
  while (isSpace(bytes[at])) at++;
  return at;
}
