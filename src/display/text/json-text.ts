/**
 * An object as JSON, whatever is in it: bigints become strings of digits, typed arrays lists. One that JSON has no form
 * for, because it holds itself for example, is only named: `[object Object]`.
 *
 * @param indent By how much each level is indented, on lines of its own. @default 0, one line
 */
export function jsonText(value: object, indent = 0): string {
  try {
    return JSON.stringify(value, plainNumbers, indent) ?? named(value);
  } catch {
    return named(value);
  }
}

/** For `JSON.stringify`: bigints become strings of digits, typed arrays lists. */
export function plainNumbers(_name: string, value: unknown): unknown {
  if (ArrayBuffer.isView(value) && !(value instanceof DataView)) return Array.from(value as Uint8Array);
  return typeof value === "bigint" ? String(value) : value;
}

function named(value: object): string {
  return Object.prototype.toString.call(value);
}
