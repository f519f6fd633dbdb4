import { LABEL_SCHEMAS } from "../../labels/schemas.ts";
import { partitionName } from "./partition-key.ts";

/**
 * What partition columns are called in the names of folders. One that a label table has, too, gets another name: engines
 * take a folder's word before a file's.
 *
 * @param labelColumns The columns of the label tables that no schema declares.
 */
export function namePartitions(
  columns: readonly string[],
  labelColumns: ReadonlySet<string>,
): { column: string; name: string }[] {
  const declared = Object.values(LABEL_SCHEMAS).flatMap(({ always, known }) =>
    Object.keys({ ...always, ...known }),
  );
  // Some engines take capital and small letters for the same.
  const taken = new Set([...declared, ...labelColumns].map((name) => name.toLowerCase()));
  return columns.map((column) => {
    const name = partitionName(column);
    return { column, name: taken.has(column.toLowerCase()) ? `${name}_key` : name };
  });
}
