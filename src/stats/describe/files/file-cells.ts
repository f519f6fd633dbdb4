import type { ItemType } from "../../../tables/column-type.ts";
import type { DescribeSettings } from "../describe-options.ts";
import type { Query } from "./query.ts";
import type { RowPlan } from "./rows-sql.ts";

/** What columns of files are described with. */
export interface FileContext {
  readonly query: Query;
  readonly plan: RowPlan;
  readonly settings: DescribeSettings;
}

/** Cells of files, or items of their lists, in SQL. */
export interface FileCells {
  /** The definitions up to `rows` or `items`. */
  readonly definitions: string;
  readonly from: "rows" | "items";
  readonly type: ItemType;
  readonly duckDbType: string;
}

/** What is known of cells by the number of their group. */
export type ByGroup<T> = (group: number) => T;
