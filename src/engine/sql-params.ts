/** A value of a query's parameter. Dates are moments; lists hold values of one type. */
export type SqlValue =
  | null
  | boolean
  | number
  | bigint
  | string
  | Date
  | readonly SqlValue[]
  | ArrayBufferView;

/** The parameters of a query: in order, for `?` or `$1`; or by name, for `$name`. */
export type SqlParams = readonly SqlValue[] | Readonly<Record<string, SqlValue>>;
