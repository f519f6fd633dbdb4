import type { ColumnTable } from "arquero";
import { expect, test } from "vitest";
import { engineIngestSettings } from "../../../src/dataset/engine-ingest/engine-ingest-settings.ts";
import { IngestProgressTeller } from "../../../src/dataset/engine-ingest/ingest-progress-teller.ts";
import { registerRows } from "../../../src/dataset/engine-ingest/register-rows.ts";
import { localWorkspace } from "../../../src/dataset/engine-ingest/workspace.ts";
import type { Engine } from "../../../src/engine/engine.ts";
import { openEngine } from "../../../src/engine/open-engine.ts";
import { localRelation } from "../../../src/engine/spark/sources/local-relation.ts";
import { makeColumn } from "../../../src/tables/make-column.ts";
import { makeTable } from "../../../src/tables/make-table.ts";
import { plainRows } from "../../util/plain-rows.ts";
import { temporaryFolder } from "../../util/temporary-folder.ts";
import { watchedEngine } from "./watched-engine.ts";

const CHARACTERS = 15 * 2 ** 20;

/** Rows with texts of 15 MiB. */
function largeRows(number: number): ColumnTable {
  const ids = Array.from({ length: number }, (_, id) => id);
  const texts = ids.map((id) => String(id).repeat(CHARACTERS));
  return makeTable([
    ["id", makeColumn("int32", ids)],
    ["text", makeColumn("string", texts)],
  ]);
}

test("registerRows() cuts tables that have too many bytes for one request", async () => {
  const engine = await openEngine("duckdb:");
  const sent: number[] = [];
  const limited: Engine = {
    ...watchedEngine(engine, () => {}),
    registerDataset: async (tables, options) => {
      for (const [name, table] of Object.entries(tables)) {
        if (typeof table === "string" || "format" in table) continue;
        localRelation(name, table as ColumnTable);
        sent.push((table as ColumnTable).numRows());
      }
      await engine.registerDataset(tables, options);
    },
  };
  const context = {
    engine: limited,
    workspace: localWorkspace(await temporaryFolder()),
    settings: engineIngestSettings({}),
    progress: new IngestProgressTeller(undefined),
    signal: new AbortController().signal,
  };
  await registerRows("large", largeRows(7), context);
  expect(sent).toEqual([4, 3]);
  const query = "SELECT id, length(text) AS characters FROM large ORDER BY id";
  const rows = plainRows(await limited.query(query).toTable());
  expect(rows.map(({ id, characters }) => [Number(id), Number(characters)])).toEqual(
    Array.from({ length: 7 }, (_, id) => [id, CHARACTERS]),
  );
  await engine.close();
});
