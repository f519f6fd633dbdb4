import { didYouMean } from "./did-you-mean.ts";

/**
 * Checks that a caller knows the options of a function: in plain JavaScript, one that is misspelt would be ignored.
 *
 * @throws {TypeError} When there is an option of another name.
 */
export function checkOptionNames(options: object, known: readonly string[]): void {
  const odd = Object.keys(options).find((name) => !known.includes(name));
  if (odd === undefined) return;
  throw new TypeError(`There is no option "${odd}"${didYouMean(odd, known)}`);
}
