/** The truth value that a text writes, in any case and with blanks around it or not; null where it is anything else. */
export function parseBoolean(text: string): boolean | null {
  const word = text.trim().toLowerCase();
  return word === "true" ? true : word === "false" ? false : null;
}
