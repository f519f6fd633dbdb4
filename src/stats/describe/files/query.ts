import type { ColumnTable } from "arquero";
import type { SqlParams } from "../../../engine/sql-params.ts";

/** Runs a query over the table `data`. */
export type Query = (text: string, params?: SqlParams) => Promise<ColumnTable>;
