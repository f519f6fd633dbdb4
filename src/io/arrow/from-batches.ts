import { type Batch, type DataType, Type } from "@uwdata/flechette";
import type { ColumnType } from "../../tables/column-type.ts";
import { makeCodes } from "../../tables/make-codes.ts";
import { structType } from "../../tables/struct-type.ts";
import { TypedColumn } from "../../tables/typed-column.ts";
import { columnOfFlat } from "../columns/column-of-flat.ts";
import type { FlatCodes, FlatColumn, FlatLists, FlatStructs } from "../columns/flat-column.ts";
import { flatType } from "../columns/flat-type.ts";
import { flattenColumn } from "../columns/flatten-column.ts";
import { rowCount, validOf } from "./batch-rows.ts";
import type { DictionaryBatch } from "./dictionary-batch.ts";
import { momentsOf } from "./moments-of.ts";
import { numbersOf } from "./numbers-of.ts";
import { offsetsOf } from "./offsets-of.ts";

/** Batches of one column, one after the other. */
export type Batches = readonly Batch<unknown>[];

/** Reads batches of some types its own way; null for those of others. */
export type BatchReader = (batches: Batches, type: DataType) => FlatColumn | null;

/**
 * The batches of a column as a flat column.
 *
 * @param read Reads columns, and those in them, of types that `fromArrowType` does not know.
 */
export function fromBatches(batches: Batches, type: DataType, read: BatchReader = () => null): FlatColumn {
  const own = read(batches, type);
  if (own !== null) return own;
  switch (type.typeId) {
    case Type.Bool:
    case Type.Int:
    case Type.Float:
    case Type.Decimal:
      return numbersOf(batches, type);
    case Type.Timestamp:
      return momentsOf(batches, type.unit);
    case Type.Dictionary:
      return fromDictionaries(batches as readonly DictionaryBatch[], type.dictionary);
    case Type.List:
    case Type.LargeList:
    case Type.FixedSizeList:
    case Type.ListView:
    case Type.LargeListView:
      return fromLists(batches, type.children[0].type, read);
    case Type.Struct:
      return fromStructs(batches, type.children, read);
    default:
      return { kind: "strings", values: batches.flatMap((batch) => [...batch]) as (string | null)[] };
  }
}

function childrenOf(batches: Batches, index: number): Batches {
  return batches.map((batch) => batch.children?.[index] as Batch<unknown>);
}

function fromLists(batches: Batches, itemType: DataType, read: BatchReader): FlatLists {
  const { offsets, pick } = offsetsOf(batches);
  let items = fromBatches(childrenOf(batches, 0), itemType, read);
  if (pick !== null) items = flattenColumn(pick(columnOfFlat(items)), "");
  return {
    kind: "lists",
    type: `${flatType(items)}[]` as ColumnType,
    offsets,
    items,
    valid: validOf(batches),
  };
}

function fromStructs(
  batches: Batches,
  children: readonly { name: string; type: DataType }[],
  read: BatchReader,
): FlatStructs {
  const fields = children.map(
    ({ name, type }, i) => [name, fromBatches(childrenOf(batches, i), type, read)] as const,
  );
  const type = structType(fields.map(([name, field]) => [name, flatType(field)] as const));
  return { kind: "structs", type, length: rowCount(batches), fields, valid: validOf(batches) };
}

/** Each batch may have a dictionary of its own, or one that goes on from that of the batch before. */
function fromDictionaries(batches: readonly DictionaryBatch[], type: DataType): FlatColumn {
  const [dictionary] = batches.map((batch) => batch.dictionary);
  const values = fromBatches(dictionary?.data ?? [], type);
  if (values.kind === "strings" && batches.every((batch) => batch.dictionary === dictionary))
    return codesOf(batches, values.values as readonly string[]);
  const all = batches.flatMap((batch) => {
    const column = columnOfFlat(fromBatches(batch.dictionary.data, type));
    return Array.from({ length: batch.length }, (_, row) =>
      batch.isValid(row) || batch.nullCount === 0 ? column.at(batch.key(row)) : null,
    );
  });
  return flattenColumn(new TypedColumn(flatType(values), all), "");
}

function codesOf(batches: readonly DictionaryBatch[], values: readonly (string | null)[]): FlatCodes {
  const valid = validOf(batches);
  const places = valid === null ? values : [...values, null];
  const codes = makeCodes(rowCount(batches), places.length);
  let row = 0;
  for (const { values: keys = [], length } of batches) {
    for (let i = 0; i < length; i++, row++) {
      codes[row] = valid === null || valid[row] === 1 ? Number(keys[i]) : values.length;
    }
  }
  return { kind: "codes", codes, values: places };
}
