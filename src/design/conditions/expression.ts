import type { ColumnTable } from "arquero";
import { whyNotOfOneRow } from "./row-expression.ts";

/**
 * An Arquero expression as text, such as `"d => d.camera_height < 2"`. It is about one row alone: sums, ranks and other
 * functions of several rows are refused, as are `op.random` and `op.now`.
 */
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
 * @throws {TypeError} When it cannot be read, names a column that there is not, or calls a function that looks at other
 * rows or gives something else each time.
 */
export function evaluate(
  source: ColumnTable,
  expression: Expression,
  { what }: { what: string },
): ArrayLike<unknown> {
  const reason = whyNotOfOneRow(expression);
  if (reason !== null) throw new TypeError(`Cannot evaluate ${what} "${expression}": ${reason}`);
  try {
    return source.derive({ value: expression }).array("value") as ArrayLike<unknown>;
  } catch (error) {
    throw explain(error, { what, expression });
  }
}
