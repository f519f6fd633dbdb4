/**
 * Checks that the columns of a result can be told apart by name.
 *
 * @throws {TypeError} When two columns have the same name.
 */
export function checkNames(names: readonly string[]): void {
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice === undefined) return;
  throw new TypeError(
    `Cannot give the result of the query as a table: two of its columns are called "${twice}"; name them apart with AS, or join with USING (…)`,
  );
}
