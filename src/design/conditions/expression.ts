import type { ColumnTable } from "arquero";

/** An Arquero expression as text, such as `"d => d.camera_height < 2"`; it stands for the same anywhere. */
export type Expression = string;

function explain(error: unknown, { what, expression }: { what: string; expression: Expression }): Error {
  if (error instanceof RangeError || !(error instanceof Error)) return error as Error;
  const [reason] = error.message.split("\n");
  return new TypeError(`Cannot evaluate ${what} "${expression}": ${reason}`, { cause: error });
}

/**
 * The value of an expression in every row.
 *
 * @param what What the expression is for, for the error.
 * @throws {TypeError} When it cannot be read, or names a column that there is not.
 */
export function evaluate(
  source: ColumnTable,
  expression: Expression,
  { what }: { what: string },
): ArrayLike<unknown> {
  try {
    return source.derive({ value: expression }).array("value") as ArrayLike<unknown>;
  } catch (error) {
    throw explain(error, { what, expression });
  }
}
