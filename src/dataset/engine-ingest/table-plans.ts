import type { NaturalType } from "../ingest/natural-type.ts";
import type { NamedType, Part } from "../ingest/part.ts";
import { PART_TABLES, type PartTableName } from "../ingest/task.ts";
import { unifyColumns } from "../ingest/unify-columns.ts";
import type { EngineContext } from "./engine-context.ts";
import type { EngineJob } from "./engine-files.ts";
import { registerStaged } from "./job-facts.ts";
import { chooseColumns } from "./queries/choose-columns.ts";
import { type ColumnFact, columnFactsSql } from "./queries/column-facts-sql.ts";
import { motionColumnFactsSql } from "./queries/motion-column-facts-sql.ts";
import type { StagedJobs } from "./stage-jobs.ts";

/** Jobs that an engine has read, without those that are odd. */
export interface CheckedStage {
  staged: StagedJobs;
  odd: readonly EngineJob[];
}

/** What the values that an engine has read are, by table. */
export type StageColumns = Readonly<Record<PartTableName, StageTable>>;

/** What the values of a table are. */
export interface StageTable {
  columns: readonly NamedType[];
  /** Of the columns that have values. */
  natural: readonly (readonly [name: string, type: NaturalType])[];
}

/** Asks an engine what the values are that it has read. */
export async function stageColumns(
  { staged, odd }: CheckedStage,
  context: EngineContext,
): Promise<StageColumns> {
  const { engine, progress, signal } = context;
  const { plan, labels, motion } = staged;
  await registerStaged(staged, odd, context);
  const facts: ColumnFact[] = [];
  const queries = [
    ...(labels.length > 0 ? [columnFactsSql(engine.dialect, plan)] : []),
    ...(motion.length > 0 ? [motionColumnFactsSql(engine.dialect, plan)] : []),
  ];
  for (const sql of queries) {
    const table = await engine.query(sql, undefined, progress.statement(signal)).toTable();
    facts.push(...(table.objects() as ColumnFact[]));
  }
  const chosen = chooseColumns(plan, facts);
  const key = (table: string, column: string) => JSON.stringify([table, column]);
  const empty = new Set(
    facts
      .filter(({ count }) => Number(count) === 0)
      .map(({ table_name, column_name }) => key(table_name, column_name)),
  );
  return Object.fromEntries(
    PART_TABLES.map((table): [PartTableName, StageTable] => {
      const columns = chosen[table] ?? [];
      // There are no facts of keys, which have values always.
      const natural = columns
        .filter(([name]) => !empty.has(key(table, name)))
        .map(([name, type]): [string, NaturalType] => [name, { type }]);
      return [table, { columns, natural }];
    }),
  ) as StageColumns;
}

/** The columns that each table is to have. */
export type TableColumns = Readonly<Record<PartTableName, readonly NamedType[]>>;

/** The columns that each table is to have, so that they hold what an engine has read and what parts hold. */
export function commonColumns(stages: readonly StageColumns[], parts: readonly Part[]): TableColumns {
  return Object.fromEntries(
    PART_TABLES.map((table) => {
      const read = stages.map((stage) => stage[table]);
      const all = [...read, ...parts.filter((part) => part.table === table)];
      const { columns, mixed } = unifyColumns(table, all);
      // How JavaScript writes numbers as text is left to JavaScript.
      const own = new Map(read.flatMap((stage) => stage.columns));
      return [
        table,
        columns.map(([name, type]) => [name, mixed.includes(name) ? (own.get(name) ?? type) : type]),
      ];
    }),
  ) as Partial<TableColumns> as TableColumns;
}
