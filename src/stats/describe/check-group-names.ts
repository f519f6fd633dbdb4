/**
 * Checks that group columns can stand beside the columns of a result.
 *
 * @throws {TypeError} When a group column is called like one of them, or is named twice.
 */
export function checkGroupNames(by: readonly string[], names: readonly string[]): void {
  for (const [i, name] of by.entries()) {
    if (names.includes(name))
      throw new TypeError(
        `Cannot group by "${name}": the result has a column of that name, rename yours first`,
      );
    if (by.indexOf(name) !== i) throw new TypeError(`Cannot group by "${name}" twice`);
  }
}
