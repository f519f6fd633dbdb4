import type { ColumnType } from "../../tables/column-type.ts";
import { columnKind } from "../columns/column-kind.ts";
import { type Description, emptyDescription } from "./description.ts";

/** What is known of cells: how many have a value and how many have not, and what their kind allows beside. */
export type CellsDescription = Partial<Description> & Pick<Description, "count" | "missing">;

/** A description with what follows from the rest of it. */
export function finishedDescription(
  name: string,
  { type, known }: { type: ColumnType | null; known: CellsDescription },
): Description {
  const rows = known.count + known.missing;
  return {
    ...emptyDescription(name, { type, kind: columnKind(type) }),
    ...known,
    rows,
    missing_share: rows === 0 ? null : known.missing / rows,
  };
}
