import type { ColumnTable } from "arquero";
import type { ColumnLike } from "../../tables/column-type-of.ts";

/** The label file whose rows are meant; of keys that are not given, any. */
export interface RowScope {
  jobId?: string | undefined;
  camera?: number | undefined;
}

/** The rows of a table that it shows, in their order, as far as they are of some label file. */
export class TableRows {
  /** The places of the rows in the table's columns. */
  readonly places: Uint32Array;
  readonly #table: ColumnTable | undefined;

  constructor(table: ColumnTable | undefined, { jobId, camera }: RowScope = {}) {
    this.#table = table;
    const shown = (table?.indices() ?? new Uint32Array(0)) as Uint32Array;
    const jobs = jobId === undefined ? undefined : this.column("job_id");
    const cameras = camera === undefined ? undefined : this.column("camera");
    this.places =
      jobs === undefined && cameras === undefined
        ? shown
        : shown.filter(
            (place) =>
              (jobs === undefined || jobs.at(place) === jobId) &&
              (cameras === undefined || Number(cameras.at(place)) === camera),
          );
  }

  /** The names of the columns. */
  get columnNames(): string[] {
    return this.#table?.columnNames() ?? [];
  }

  /** A column, by name. */
  column(name: string): ColumnLike | undefined {
    return (this.#table?.column(name) as ColumnLike | null | undefined) ?? undefined;
  }

  /** Reads a column's value at a place; null where it is missing. */
  reader(name: string): (place: number) => unknown {
    const column = this.column(name);
    return column === undefined ? () => null : (place) => column.at(place) ?? null;
  }
}
