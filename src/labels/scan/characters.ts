/** The bytes that the grammar of JSON is made of. */
export const TAB = 9;
export const LINE_FEED = 10;
export const RETURN = 13;
export const SPACE = 32;
export const QUOTE = 34;
export const PLUS = 43;
export const COMMA = 44;
export const MINUS = 45;
export const POINT = 46;
export const ZERO = 48;
export const NINE = 57;
export const COLON = 58;
export const OPEN_LIST = 91;
export const BACKSLASH = 92;
export const CLOSE_LIST = 93;
export const LETTER_E = 101;
export const OPEN_OBJECT = 123;
export const CLOSE_OBJECT = 125;

/** Whether a byte is white space between values. */
export function isSpace(code: number | undefined): boolean {
  return code === SPACE || code === LINE_FEED || code === RETURN || code === TAB;
}

/** Where the white space that may start at a place ends. */
export function skipSpace(bytes: Uint8Array, at: number): number {
  while (isSpace(bytes[at])) at++;
  return at;
}
