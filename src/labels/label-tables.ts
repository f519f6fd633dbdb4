import type { ColumnTable } from "arquero";
import type { Schema } from "../tables/column-type.ts";
import { TableBuilder, type TableMark } from "../tables/table-builder.ts";
import type { LabelId } from "./label-id.ts";
import type { Problem } from "./problem.ts";
import { LABEL_SCHEMAS, type LabelTableName } from "./schemas.ts";

/** How many problems of one kind in one file are listed one by one. */
export const MAX_PROBLEMS = 100;

/** The tables that annotations are read into. */
const OF_ANNOTATIONS = ["annotations", "keypoints", "cuboids", "polygons"] as const;

/** A place among the rows of the label tables; see {@link LabelTables.hold}. */
export type LabelMark = ReadonlyMap<TableBuilder, TableMark>;

/** Collects the rows that the label readers make of many files into one table of each kind. */
export class LabelTables {
  readonly #builders: Readonly<Record<LabelTableName, TableBuilder>> = {
    scenes: builder("scenes"),
    categories: builder("categories"),
    images: builder("images"),
    annotations: builder("annotations"),
    keypoints: builder("keypoints"),
    cuboids: builder("cuboids"),
    polygons: builder("polygons"),
    imu: builder("imu"),
    problems: builder("problems"),
  };
  readonly #reported = new Map<string, { of: Problem; count: number }>();
  readonly #categories = new Map<string, Map<LabelId, string | null>>();
  #held: Problem[] | null = null;

  /**
   * Appends a row to a table.
   *
   * @returns The known columns whose value did not fit their type and was left missing.
   */
  append(name: LabelTableName, row: Readonly<Record<string, unknown>>): readonly string[] {
    return this.#builders[name].append(row);
  }

  /** The number of a table's rows so far. */
  numRows(name: LabelTableName): number {
    return this.#builders[name].numRows;
  }

  /** About how much memory the rows take. */
  get bytes(): number {
    return Object.values(this.#builders).reduce((sum, { bytes }) => sum + bytes, 0);
  }

  /** The builder of a table, for readers that set values column by column. */
  builder(name: LabelTableName): TableBuilder {
    return this.#builders[name];
  }

  /**
   * Starts a file that may turn out to be broken: what follows is settled by {@link keep} or taken back by
   * {@link takeBack}. Problems are noted when it is settled.
   */
  hold(): LabelMark {
    this.#held = [];
    return new Map(Object.values(this.#builders).map((rows) => [rows, rows.mark()]));
  }

  /** Makes room for `factor` times the rows that annotations gave since {@link hold}. */
  reserve(mark: LabelMark, factor: number): void {
    for (const name of OF_ANNOTATIONS) {
      const rows = this.#builders[name];
      const start = mark.get(rows)?.rows ?? 0;
      rows.reserve(start + Math.ceil((rows.numRows - start) * factor));
    }
  }

  /** Settles all rows and problems since {@link hold}. */
  keep(): void {
    const held = this.#held ?? [];
    this.#held = null;
    for (const problem of held) this.report(problem);
  }

  /** Takes back all rows and problems since {@link hold}. */
  takeBack(mark: LabelMark): void {
    this.#held = null;
    for (const [rows, start] of mark) rows.truncate(start);
  }

  /**
   * Notes something that could not be read as promised. Of the problems of one kind in one file, the first
   * {@link MAX_PROBLEMS} become rows, and {@link toTables} adds a row that counts the others.
   */
  report(problem: Problem): void {
    if (this.#held !== null) {
      this.#held.push(problem);
      return;
    }
    const { job_id, file, problem: code } = problem;
    const key = JSON.stringify([job_id, file, code]);
    const kind = this.#reported.get(key) ?? { of: problem, count: 0 };
    this.#reported.set(key, kind);
    if (++kind.count <= MAX_PROBLEMS) this.#builders.problems.append({ ...problem });
  }

  /** The names of a job's categories so far, by id; several files of one job share them. */
  categoriesOf(jobId: string): Map<LabelId, string | null> {
    let names = this.#categories.get(jobId);
    if (names === undefined) {
      names = new Map();
      this.#categories.set(jobId, names);
    }
    return names;
  }

  /**
   * The tables of all rows; called once, after the last. Columns that are known but that no file gave are left out;
   * columns that mix types became strings and are noted among the problems.
   */
  toTables(): Record<LabelTableName, ColumnTable> {
    const problems = this.#builders.problems;
    const mixed: Problem[] = [];
    const tables = {} as Record<LabelTableName, ColumnTable>;
    for (const name of Object.keys(LABEL_SCHEMAS) as LabelTableName[]) {
      const rows = this.#builders[name];
      for (const column of rows.mixedColumns()) mixed.push(mixedTypes(name, column));
      if (rows !== problems) tables[name] = withoutEmpty(rows, LABEL_SCHEMAS[name].known);
    }
    for (const problem of mixed) this.report(problem);
    for (const { of, count } of this.#reported.values()) {
      if (count > MAX_PROBLEMS) problems.append(unlisted(of, count - MAX_PROBLEMS));
    }
    tables.problems = problems.toTable();
    return tables;
  }
}

function builder(name: LabelTableName): TableBuilder {
  const { always, known } = LABEL_SCHEMAS[name];
  return new TableBuilder({ ...always, ...known });
}

function unlisted({ job_id, file, problem }: Problem, count: number): Record<keyof Problem, string | null> {
  const message = `${count} more of this kind ${count === 1 ? "is" : "are"} not listed`;
  return { job_id, file, path: null, problem, message };
}

/** The problem of a column whose values have no common type. */
export function mixedTypes(table: LabelTableName, column: string): Problem {
  return {
    job_id: null,
    file: null,
    path: `${table}.${column}`,
    problem: "mixed_types",
    message: `Values of "${column}" have no common type: kept as text`,
  };
}

function withoutEmpty(rows: TableBuilder, known: Schema): ColumnTable {
  const table = rows.toTable();
  return table.select(
    table.columnNames().filter((name) => !Object.hasOwn(known, name) || !rows.isEmpty(name)),
  );
}
