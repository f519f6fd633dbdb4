import { expect, test } from "vitest";
import { QueryError } from "../../../src/engine/query-error.ts";
import { withoutEmptyTexts } from "../../../src/engine/spark/write/without-empty-texts.ts";
import { writeError } from "../../../src/engine/spark/write/write-error.ts";

test("an error of a query that was written in partitions is about the caller's text", () => {
  const query = "SELECT nothing, 'a' AS k;";
  const { sql, offset } = withoutEmptyTexts(query, ["k"]);
  const context = [{ text: "nothing", start: sql.indexOf("nothing") }];
  const sent = new QueryError("no such column", query, { engine: "spark", sqlState: "42703", context });
  const error = writeError(sent, { path: "/out", partitionBy: ["k"], offset });
  expect(error).toMatchObject({
    query,
    sqlState: "42703",
    context: [{ text: "nothing", start: query.indexOf("nothing") }],
    cause: sent,
  });
  expect(writeError(sent, { path: "/out", partitionBy: [], offset: 0 })).toBe(sent);
});
