import type { ColumnTable } from "arquero";
import { makeColumn } from "../../tables/make-column.ts";
import { makeTable } from "../../tables/make-table.ts";
import { repeatedStrings } from "../../tables/repeated-strings.ts";
import type { LabelId } from "../label-id.ts";
import type { ObjectFields } from "./object-fields.ts";
import { plainValue } from "./plain-value.ts";
import { type RowScope, TableRows } from "./table-rows.ts";

/** The parts of a label file whose objects `fields` has rows of. */
export type CocoPart = "file" | "info" | "categories" | "images" | "annotations";

/** A row of `fields`: what columns cannot give back of one object of a label file. */
export interface FieldsRow extends ObjectFields {
  part: CocoPart;
  /** The object's place in its part, from 0. */
  index: number;
  /** The object's id; null where it has none that is an integer. */
  id: LabelId | null;
}

/** The table `fields` of one label file. */
export function fieldsTable(
  rows: readonly FieldsRow[],
  { jobId, camera }: Required<RowScope> & { jobId: string; camera: number },
): ColumnTable {
  const texts = (name: "part" | "keys" | "rest" | "absent") => repeatedStrings(rows.map((row) => row[name]));
  return makeTable([
    ["job_id", repeatedStrings(rows.map(() => jobId))],
    ["camera", new Int32Array(rows.length).fill(camera)],
    ["part", texts("part")],
    ["index", Int32Array.from(rows, ({ index }) => index)],
    [
      "id",
      makeColumn(
        "int32",
        rows.map(({ id }) => id),
      ),
    ],
    ["keys", texts("keys")],
    ["rest", texts("rest")],
    ["absent", texts("absent")],
  ]);
}

/** The rows of `fields` of one part of a label file, in the file's order. */
export function fieldsOf(
  table: ColumnTable | undefined,
  scope: RowScope,
): (part: CocoPart) => readonly FieldsRow[] {
  const rows = new TableRows(table, scope);
  const partAt = rows.reader("part");
  const read = (["index", "id", "keys", "rest", "absent"] as const).map((name) => rows.reader(name));
  return (part) =>
    Array.from(
      rows.places.filter((place) => partAt(place) === part),
      (place) => {
        const [index, id, keys, rest, absent] = read.map((at) => plainValue(at(place)));
        return { part, index, id, keys: keys ?? "[]", rest, absent } as FieldsRow;
      },
    ).sort((a, b) => a.index - b.index);
}
