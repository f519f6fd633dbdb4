/** A value as writers take it: `null` where it is missing, a bigint in `int64` columns. */
export type Cell =
  | boolean
  | number
  | bigint
  | string
  | Date
  | null
  | readonly Cell[]
  | { readonly [name: string]: Cell };
