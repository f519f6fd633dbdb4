import type { ColumnTable } from "arquero";
import type { Display } from "./displayable.ts";
import { shapeText } from "./text/table-text.ts";
import { viewDisplay } from "./view-display.ts";

/** How tables are shown. */
export const TABLE_DISPLAY: Display<ColumnTable> = {
  ...viewDisplay((table) => ({ title: null, parts: [{ kind: "table", table }] })),
  name: (table) => `Table: ${shapeText({ numRows: table.numRows(), numColumns: table.numCols() })}`,
};
