import type { ColumnTable } from "arquero";
import type { Schema } from "../tables/column-type.ts";
import { TableBuilder } from "../tables/table-builder.ts";
import type { Problem } from "./problem.ts";
import { LABEL_SCHEMAS, type LabelTableName } from "./schemas.ts";

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
  readonly #categories = new Map<string, Map<number, string>>();

  /**
   * Appends a row to a table.
   *
   * @returns The known columns whose value did not fit their type and was left missing.
   */
  append(name: LabelTableName, row: Readonly<Record<string, unknown>>): readonly string[] {
    return this.#builders[name].append(row);
  }

  /** Notes something that could not be read as promised. */
  report(problem: Problem): void {
    this.#builders.problems.append({ ...problem });
  }

  /** The names of a job's categories so far, by id; several files of one job share them. */
  categoriesOf(jobId: string): Map<number, string> {
    let names = this.#categories.get(jobId);
    if (names === undefined) {
      names = new Map();
      this.#categories.set(jobId, names);
    }
    return names;
  }

  /**
   * The tables of the rows so far. Columns that are known but that no file gave are left out; columns that mix
   * types became strings and are noted among the problems.
   */
  toTables(): Record<LabelTableName, ColumnTable> {
    const problems = this.#builders.problems;
    const mixed: Problem[] = [];
    const tables = {} as Record<LabelTableName, ColumnTable>;
    for (const name of Object.keys(LABEL_SCHEMAS) as LabelTableName[]) {
      const rows = this.#builders[name];
      for (const column of rows.mixedColumns()) mixed.push(mixedTypes(name, column));
      if (rows !== problems) tables[name] = withoutEmpty(rows.toTable(), LABEL_SCHEMAS[name].known);
    }
    for (const problem of mixed) this.report(problem);
    tables.problems = problems.toTable();
    return tables;
  }
}

function builder(name: LabelTableName): TableBuilder {
  const { always, known } = LABEL_SCHEMAS[name];
  return new TableBuilder({ ...always, ...known });
}

function mixedTypes(table: LabelTableName, column: string): Problem {
  return {
    job_id: null,
    file: null,
    path: `${table}.${column}`,
    problem: "mixed_types",
    message: `Values of "${column}" have no common type: kept as text`,
  };
}

function withoutEmpty(table: ColumnTable, known: Schema): ColumnTable {
  const names = table.columnNames().filter((name) => !Object.hasOwn(known, name) || holdsValues(table, name));
  return table.select(names);
}

function holdsValues(table: ColumnTable, name: string): boolean {
  for (const value of table.column(name) ?? []) if (value !== null) return true;
  return false;
}
