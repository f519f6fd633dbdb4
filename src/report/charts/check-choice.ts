/**
 * Checks an option that is one of a few words.
 *
 * @throws {RangeError} When it is not.
 */
export function checkChoice(name: string, value: unknown, choices: readonly string[]): void {
  if (choices.includes(value as string)) return;
  throw new RangeError(`The option "${name}" must be one of ${choices.join(", ")}, got ${String(value)}`);
}
